/** One schema of what several demand at once, as far as a sample of them needs it. */
import type { ObjectSchema, Property, Schema } from '@swas/generator-model';

type Resolve = (schema: Schema) => Schema;

/** The members without references and without `allOf` inside `allOf`. */
const flatten = (members: readonly Schema[], resolve: Resolve): readonly Schema[] =>
  members.flatMap((member) => {
    const resolved = resolve(member);
    return resolved.kind === 'intersection' ? flatten(resolved.members, resolve) : [resolved];
  });

function mergeProperties(objects: readonly ObjectSchema[]): readonly Property[] {
  const byName = new Map<string, Property>();
  for (const property of objects.flatMap(({ properties }) => properties)) {
    const known = byName.get(property.name);
    const members = known === undefined ? [] : [known.schema, property.schema];
    byName.set(property.name, {
      ...property,
      schema: known === undefined ? property.schema : { kind: 'intersection', members },
      required: property.required || known?.required === true,
    });
  }
  return [...byName.values()];
}

/** The schema that all members make together: of objects one object, of texts one text; `undefined` for anything else. */
export function mergeSchemas(members: readonly Schema[], resolve: Resolve): Schema | undefined {
  const parts = flatten(members, resolve);
  const [first] = parts;
  if (first === undefined) return undefined;
  if (parts.every((part) => part.kind === 'string')) return Object.assign({}, ...parts) as Schema;
  const objects = parts.filter((part) => part.kind === 'object');
  if (objects.length < parts.length) return undefined;
  return { ...(Object.assign({}, ...objects) as ObjectSchema), properties: mergeProperties(objects) };
}
