import { typeNamesOf, type TypeNames } from '@swas/generator-kit';
import type { ApiModel, Operation } from '@swas/generator-model';

/**
 * Imports of emitted files are namespaces with a capital letter. Emitted functions begin with a small letter and emitted
 * types end in a suffix, so no operation's or schema's name can collide with them.
 */
export const RUNTIME_IMPORT = `import * as Runtime from '@swas/runtime';`;

/** Names that belong to one operation. */
export const operationNames = ({ methodName, typeName }: Operation) => ({
  method: methodName,
  descriptor: `${methodName}Operation`,
  request: `${typeName}Request`,
  result: `${typeName}Result`,
  errorCode: `${typeName}ErrorCode`,
  error: `${typeName}Error`,
  guard: `is${typeName}Error`,
});

const qualified = new WeakMap<ApiModel, TypeNames>();

/** What references to named schemas are called outside of `models.ts`. */
export function qualifiedTypeNames(model: ApiModel): TypeNames {
  // Once for a model: every one of its operations asks.
  const known = qualified.get(model);
  if (known !== undefined) return known;
  const names = new Map([...typeNamesOf(model)].map(([name, typeName]) => [name, `Models.${typeName}`]));
  qualified.set(model, names);
  return names;
}
