import type { Context } from './context.ts';
import { readSchema } from './read-schema.ts';
import type { Schema } from './schema.ts';

/** The schema of a list's items, through references and intersections; undefined for what is no list. */
export function itemsOf(context: Context, schema: Schema): Schema | undefined {
  const found = [...new Set(itemSchemas(context, schema, new Set()))];
  // One that says nothing leaves it to the others.
  const members = found.filter(({ kind }) => kind !== 'any');
  if (members.length > 1) return { kind: 'intersection', members };
  return members[0] ?? found[0];
}

/** @param seen references that were followed: each once, since schemas may refer to each other in circles */
function itemSchemas(context: Context, schema: Schema, seen: Set<string>): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [schema.items];
    case 'intersection':
      return schema.members.flatMap((member) => itemSchemas(context, member, seen));
    case 'reference': {
      const target = seen.has(schema.name)
        ? undefined
        : context.schemas.read(schema.name, (node) => readSchema(context, node));
      seen.add(schema.name);
      return target === undefined ? [] : itemSchemas(context, target, seen);
    }
    default:
      return [];
  }
}
