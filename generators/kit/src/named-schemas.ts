import type { ApiModel, NamedSchema, Schema } from '@swas/generator-model';
import { remember } from './remember.ts';

/** A model's schemas by the name that references give. */
export const schemasByName = remember(
  (schemas: ApiModel['schemas']): ReadonlyMap<string, NamedSchema> =>
    new Map(schemas.map((named) => [named.name, named])),
);

/** Names of the schemas that a schema refers to itself, in order and as often as it does; not those that these refer to. */
export function referencedNames(schema: Schema): readonly string[] {
  switch (schema.kind) {
    case 'reference':
      return [schema.name];
    case 'array':
      return referencedNames(schema.items);
    case 'object': {
      const { properties, additional } = schema;
      const own = properties.flatMap((property) => referencedNames(property.schema));
      return typeof additional === 'boolean' ? own : [...own, ...referencedNames(additional)];
    }
    case 'union':
    case 'intersection':
      return schema.members.flatMap(referencedNames);
    default:
      return none;
  }
}

const none: readonly string[] = [];
