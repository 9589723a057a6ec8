import type { Context } from './context.ts';
import { present } from './optional.ts';
import { readJsonText, readStyle, type Encoding } from './read-encoding.ts';
import { readSchema } from './read-schema.ts';
import type { Annotations, Schema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';
import { shapesOf } from './value-shapes.ts';
import { keySet } from './key-set.ts';

const encodingKeys = keySet('contentType style explode x-acs-style');
const waysAround = {
  headers: 'remove it: a field of a form has no headers',
  allowReserved: 'remove it: every field is percent-encoded',
};
const styleKeys = ['style', 'explode', 'x-acs-style'] as const;

/**
 * How a field of a form is serialized. Lists, objects and maps are flattened, and a text with `contentSchema` is JSON, unless the
 * `encoding` of the field says that it is JSON (`contentType`) or joined by commas (`style: form`, `explode: false`).
 * @param places its schema, as often as members of `allOf` describe it
 */
export function readFieldEncoding(
  context: Context,
  places: readonly SpecNode[],
  encoding: SpecNode | undefined,
): Encoding {
  if (encoding !== undefined)
    context.reader.checkKeys(encoding, '`encoding` of a form field', encodingKeys, waysAround);
  const style = styleKeys.map((key) => encoding?.get(key)).find((node) => node !== undefined);
  const contentType = encoding?.get('contentType');
  contentType?.oneOf('`contentType` of a form field', ['application/json']);
  const text = readText(context, places);
  if (style !== undefined && (text !== undefined || contentType !== undefined)) {
    const hint = 'remove the style, or what says that the value is JSON';
    context.reader.report(style.location, 'a style beside a JSON text', 'one serialization', hint);
  }
  if (text !== undefined) return text;
  const schema = together(places.map((place) => readSchema(context, place)));
  if (contentType !== undefined) return { serialization: 'json', schema };
  if (encoding !== undefined && style !== undefined)
    return { serialization: readStyle(context, encoding, schema, ['form']), schema };
  const plain = [...shapesOf(context, schema)].every((shape) => shape === 'scalar');
  return { serialization: plain ? 'plain' : 'flat', schema };
}

/** The JSON text that a field holds. Two descriptions of one are no list of rules that a value could be held to. */
function readText(context: Context, places: readonly SpecNode[]): Encoding | undefined {
  const texts = places.flatMap((place) => readJsonText(context, place) ?? []);
  const [, other] = places;
  if (texts.length > 0 && other !== undefined) {
    const hint = 'describe it in one member, and let `contentSchema` hold the `allOf`';
    context.reader.report(other.location, 'several members of `allOf` describe a JSON text', 'one', hint);
  }
  return texts[0];
}

/** The schema that a value meets when it meets all of them. The first that says something about it is quoted. */
function together(schemas: readonly Schema[]): Schema {
  const [only, ...others] = schemas;
  if (only !== undefined && others.length === 0) return only;
  const members = schemas.filter(({ kind }) => kind !== 'any');
  const [first = { kind: 'any' }, ...more] = members;
  const rule: Schema = more.length === 0 ? first : { kind: 'intersection', members };
  return { ...rule, ...annotationsOf(schemas) };
}

/** `nullable` is a rule, and stays with its member. */
function annotationsOf(schemas: readonly Schema[]): Annotations {
  const found = schemas.map(
    ({ title, description, deprecated, default: value, example, readOnly, writeOnly, resource, source }) =>
      present({
        title,
        description,
        deprecated,
        default: value,
        example,
        readOnly,
        writeOnly,
        resource,
        source,
      }),
  );
  return Object.assign({}, ...found.toReversed()) as Annotations;
}
