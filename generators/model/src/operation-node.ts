import type { Reader } from './reader.ts';
import { dereference } from './references.ts';
import type { SpecNode } from './spec-node.ts';

/** Where an operation is described. */
export interface OperationNode {
  /** What stands under its path, or what that refers to; absent where the reference leads nowhere. */
  readonly path: SpecNode | undefined;
  /** The operation itself. */
  readonly node: SpecNode | undefined;
}

/**
 * Finds the description of an operation: what stands under a path may stand elsewhere, as in a file of its own.
 *
 * @param given what stands under the path
 */
export function operationNode(
  reader: Reader,
  given: SpecNode | undefined,
  { method }: { readonly method: string },
): OperationNode {
  const path = given && dereference(reader, given);
  return { path, node: path?.get(method.toLowerCase()) };
}
