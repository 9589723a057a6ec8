import type { Context } from './context.ts';
import { readSchema } from './read-schema.ts';
import type { Schema } from './schema.ts';

/** What decides how a value is serialized. `any`: the schema does not say. */
export type Shape = 'scalar' | 'list' | 'object' | 'any';

/** The shapes that a schema's values may have. References are judged by what they point at; a circle adds nothing. */
export function shapesOf(
  context: Context,
  schema: Schema,
  seen: ReadonlySet<string> = new Set(),
): ReadonlySet<Shape> {
  switch (schema.kind) {
    case 'any':
      return new Set(['any']);
    case 'array':
      return new Set(['list']);
    case 'object':
      return new Set(['object']);
    case 'union':
      return new Set(schema.members.flatMap((member) => [...shapesOf(context, member, seen)]));
    case 'intersection':
      return intersection(schema.members.map((member) => shapesOf(context, member, seen)));
    case 'reference':
      return referenceShapes(context, schema.name, seen);
    default:
      return new Set(['scalar']);
  }
}

/** Every member must hold: one that says nothing leaves it to the others. */
function intersection(members: readonly ReadonlySet<Shape>[]): ReadonlySet<Shape> {
  const known = members.filter((shapes) => !shapes.has('any')).flatMap((shapes) => [...shapes]);
  return new Set(known.length === 0 ? (['any'] as const) : known);
}

function referenceShapes(context: Context, name: string, seen: ReadonlySet<string>): ReadonlySet<Shape> {
  if (seen.has(name)) return new Set();
  const schema = context.schemas.read(name, (node) => readSchema(context, node));
  return schema === undefined ? new Set() : shapesOf(context, schema, new Set([...seen, name]));
}
