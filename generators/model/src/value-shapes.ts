import type { Context } from './context.ts';
import { readSchema } from './read-schema.ts';
import type { Schema } from './schema.ts';

/** What decides how a value is serialized. `any`: the schema does not say. */
export type Shape = 'scalar' | 'list' | 'object' | 'any';

/** References followed at most, one inside another: a chain may be as long as the spec. */
const deepest = 500;

/** Shapes by the name of a schema: what is asked again, as often as unions of unions like, is known. */
type Known = Map<string, ReadonlySet<Shape>>;

/** The shapes that a schema's values may have. References are judged by what they point at; a circle adds nothing. */
export function shapesOf(
  context: Context,
  schema: Schema,
  known: Known = new Map(),
  depth = 0,
): ReadonlySet<Shape> {
  switch (schema.kind) {
    case 'any':
      return new Set(['any']);
    case 'array':
      return new Set(['list']);
    case 'object':
      return new Set(['object']);
    case 'union':
      return new Set(schema.members.flatMap((member) => [...shapesOf(context, member, known, depth)]));
    case 'intersection':
      return intersection(schema.members.map((member) => shapesOf(context, member, known, depth)));
    case 'reference':
      return referenceShapes(context, schema.name, known, depth);
    default:
      return new Set(['scalar']);
  }
}

/** Every member must hold: one that says nothing leaves it to the others. */
function intersection(members: readonly ReadonlySet<Shape>[]): ReadonlySet<Shape> {
  const known = members.filter((shapes) => !shapes.has('any')).flatMap((shapes) => [...shapes]);
  return new Set(known.length === 0 ? (['any'] as const) : known);
}

function referenceShapes(context: Context, name: string, known: Known, depth: number): ReadonlySet<Shape> {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (depth > deepest) return tooLong(context, name);
  known.set(name, new Set());
  const schema = context.schemas.read(name, (node) => readSchema(context, node));
  const shapes = schema === undefined ? new Set<Shape>() : shapesOf(context, schema, known, depth + 1);
  known.set(name, shapes);
  return shapes;
}

function tooLong({ reader, schemas }: Context, name: string): ReadonlySet<Shape> {
  const node = schemas.nodeOf(name);
  const expected = `at most ${deepest} references, one inside another, before a parameter's type is told`;
  if (node !== undefined)
    reader.report(
      node.location,
      'the chain of `$ref` is too long',
      expected,
      'refer to the last one directly',
    );
  return new Set();
}
