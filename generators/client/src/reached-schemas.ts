import { schemasByName } from '@swas/generator-kit';
import { referencedNames, type ApiModel, type NamedSchema, type Operation } from '@swas/generator-model';

/** The named schemas that the types of an operation refer to: what its file depends on besides the operation itself. */
export function reachedSchemas(
  { schemas }: ApiModel,
  { request, result }: Operation,
): readonly NamedSchema[] {
  const names = new Set([...referencedNames(request), ...referencedNames(result)]);
  const known = schemasByName(schemas);
  return [...names].flatMap((name) => known.get(name) ?? []);
}
