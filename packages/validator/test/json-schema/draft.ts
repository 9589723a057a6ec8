/** The official suite is installed for draft 4; this turns its schemas into the form that we compile. */

type Json = unknown;
type JsonObject = Record<string, Json>;

/** Keywords that the generator emits. A group with any other is outside what a spec can say. */
const emitted = new Set(
  (
    'type enum const minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf items ' +
    'minItems maxItems uniqueItems properties required additionalProperties minProperties maxProperties anyOf oneOf allOf $ref'
  ).split(' '),
);
const ignored = new Set(['definitions', '$schema', 'title', 'description', 'default']);

/** The schemas of a group by id, `s0` being the root; undefined when it uses what we do not emit. */
export function schemasOf(root: JsonObject): Record<string, JsonObject> | undefined {
  const definitions = Object.entries((root['definitions'] ?? {}) as JsonObject);
  const ids = new Map([
    ['#', 's0'],
    ...definitions.map(([name], index): [string, string] => [`#/definitions/${name}`, `s${index + 1}`]),
  ]);
  try {
    return Object.fromEntries(
      [root, ...definitions.map(([, schema]) => schema as JsonObject)].map((schema, index) => [
        `s${index}`,
        convert(schema, ids),
      ]),
    );
  } catch (error) {
    if (error instanceof NotEmitted) return undefined;
    throw error;
  }
}

class NotEmitted extends Error {}

function convert(schema: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  if (typeof schema['$ref'] === 'string') {
    const id = ids.get(schema['$ref']);
    if (id === undefined) throw new NotEmitted();
    return { $ref: id };
  }
  return Object.fromEntries(
    Object.entries(withBounds(schema)).flatMap(([keyword, value]) => convertKeyword(keyword, value, ids)),
  );
}

function convertKeyword(keyword: string, value: Json, ids: ReadonlyMap<string, string>): [string, Json][] {
  if (ignored.has(keyword)) return [];
  const isList = keyword === 'items' && Array.isArray(value);
  const isDeep =
    keyword === 'enum' && (value as Json[]).some((each) => typeof each === 'object' && each !== null);
  if (!emitted.has(keyword) || isList || isDeep) throw new NotEmitted();
  const child = (each: Json): Json => (typeof each === 'object' ? convert(each as JsonObject, ids) : each);
  if (keyword === 'properties')
    return [
      [
        keyword,
        Object.fromEntries(Object.entries(value as JsonObject).map(([name, each]) => [name, child(each)])),
      ],
    ];
  if (/^(?:any|one|all)Of$/.test(keyword)) return [[keyword, (value as Json[]).map(child)]];
  return [[keyword, keyword === 'items' || keyword === 'additionalProperties' ? child(value) : value]];
}

/** Draft 4 says with a flag what later drafts say with a number. */
function withBounds(schema: JsonObject): JsonObject {
  const result = { ...schema };
  for (const [flag, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof result[flag] !== 'boolean') continue;
    if (result[flag]) {
      result[flag] = result[bound];
      delete result[bound];
    } else delete result[flag];
  }
  return result;
}
