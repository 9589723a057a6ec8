import type { ApiModel, ArraySchema, ObjectSchema, Property, Schema } from '@swas/generator-model';

/** Finds what a schema says about the shape of its values, through references and intersections. */
export type Resolve = (schema: Schema) => Schema;

/** A resolver over the model's named schemas. */
export function resolver(model: Pick<ApiModel, 'schemas'>): Resolve {
  const schemas = new Map(model.schemas.map(({ name, schema }) => [name, schema]));
  /** Schemas whose members are asked for by several others are put together once. */
  const known = new Map<Schema, Schema>();
  const resolve: Resolve = (schema) => {
    let current = schema;
    // A reference to a reference to itself is an error of the model, not an endless loop here.
    for (let hops = 0; current.kind === 'reference' && hops < 100; hops += 1)
      current = schemas.get(current.name) ?? { kind: 'any' };
    if (current.kind !== 'intersection') return current;
    const before = known.get(current);
    if (before !== undefined) return before;
    const whole = together(current.members.map(resolve)) ?? current;
    known.set(current, whole);
    return whole;
  };
  return resolve;
}

/** Members of an intersection as one object or one list, where they are such; undefined for scalars. */
function together(members: readonly Schema[]): Schema | undefined {
  const objects = members.filter((member) => member.kind === 'object');
  if (objects.length > 0) return oneObject(objects);
  const lists = members.filter((member) => member.kind === 'array');
  return lists.length === 0 ? undefined : oneList(lists);
}

function oneObject(objects: readonly ObjectSchema[]): ObjectSchema {
  const byName = new Map<string, Property>();
  for (const property of objects.flatMap(({ properties }) => properties)) {
    const former = byName.get(property.name);
    const schema = former === undefined ? property.schema : both([former.schema, property.schema]);
    byName.set(property.name, { ...property, schema });
  }
  const open = objects.map(({ additional }) => additional).find((each) => typeof each !== 'boolean');
  return { kind: 'object', properties: [...byName.values()], additional: open ?? true };
}

const oneList = (lists: readonly ArraySchema[]): ArraySchema => ({
  kind: 'array',
  items: both(lists.map(({ items }) => items)),
});

/** One that says nothing adds nothing. */
function both(schemas: readonly Schema[]): Schema {
  const members = [...new Set(schemas)].filter(({ kind }) => kind !== 'any');
  const [only = { kind: 'any' }] = members;
  return members.length > 1 ? { kind: 'intersection', members } : only;
}
