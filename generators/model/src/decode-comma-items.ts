import type { JsonValue } from './api-model.ts';
import type { Context } from './context.ts';
import { itemsOf } from './list-items.ts';
import { readSchema } from './read-schema.ts';
import type { Schema } from './schema.ts';

/** References and unions followed at most: a schema may refer to itself. */
const deepest = 16;

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** What a reference points at, however many lie between; `undefined` when it leads nowhere. */
function resolve(context: Context, schema: Schema, depth: number): Schema | undefined {
  if (schema.kind !== 'reference' || depth > deepest) return schema;
  const target = context.schemas.read(schema.name, (node) => readSchema(context, node));
  return target === undefined ? undefined : resolve(context, target, depth + 1);
}

/** The values that a text may stand for; the text itself is one where text is allowed. */
function readings(
  context: Context,
  given: Schema,
  text: string,
  depth: number,
  seen: Set<string>,
): readonly JsonValue[] {
  // A schema that was asked has nothing new to say, and asking each again multiplies.
  if (given.kind === 'reference' && seen.has(given.name)) return [];
  if (given.kind === 'reference') seen.add(given.name);
  const schema = resolve(context, given, depth);
  if (schema === undefined || depth > deepest) return [];
  switch (schema.kind) {
    case 'number':
    case 'integer':
      return jsonNumber.test(text) ? [Number(text)] : [];
    case 'boolean':
      return text === 'true' || text === 'false' ? [text === 'true'] : [];
    case 'enum':
      return schema.values.filter((value) => String(value) === text);
    case 'union':
      return schema.members.flatMap((member) => readings(context, member, text, depth + 1, seen));
    case 'intersection':
      return schema.members
        .filter((member) => member.kind !== 'any')
        .slice(0, 1)
        .flatMap((member) => readings(context, member, text, depth + 1, seen));
    default:
      return [text];
  }
}

/**
 * The items of a text joined by commas, each of the type that the schema of the items gives it. Where text is allowed too, an item
 * stays text, as it does when it has no reading.
 */
export function decodeCommaItems(context: Context, schema: Schema, text: string): readonly JsonValue[] {
  const items = itemsOf(context, schema);
  const parts = text === '' ? [] : text.split(',');
  if (items === undefined) return parts;
  return parts.map((part) => {
    const found = readings(context, items, part, 0, new Set());
    return found.includes(part) ? part : (found[0] ?? part);
  });
}
