import type { Reader } from './reader.ts';
import type { SpecNode } from './spec-node.ts';

/**
 * A lower bound on a size. Whatever makes a value of the schema has to make that much, so a number alone must not fill memory.
 * @param most the largest bound that is worked with
 */
export function readLeast(reader: Reader, node: SpecNode, key: string, most: number): number | undefined {
  const bound = node.get(key);
  const value = bound?.count(`\`${key}\``);
  if (bound === undefined || value === undefined || value <= most) return value;
  const hint = 'lower it: no request and no answer of this size could be made for a test';
  return reader.report(bound.location, `\`${key}\` is ${value}`, `at most ${most}`, hint);
}
