import { limitsText } from '@swas/generator-kit';
import type { JsonValue, Parameter, Schema } from '@swas/generator-model';
import { exampleOf } from '../samples/example-of.ts';
import { plain } from '../plain.ts';
import { describedSchema } from './described-schema.ts';
import { sourceLink } from './source-link.ts';

const scalarText = (value: JsonValue): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** What the wire calls the parts of a flattened value: `Name.1.Key`. */
function flatten(name: string, value: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (typeof value !== 'object' || value === null) return [[name, value]];
  const entries: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? value.map((item: JsonValue, index) => [index + 1, item] as const)
    : Object.entries(value);
  return entries.flatMap(([key, item]) => flatten(`${name}.${key}`, item));
}

/** A value with all that a flattened parameter may say: an optional part that no example names would be nowhere on the page. */
function everyPart(schema: Schema): JsonValue {
  if (schema.example !== undefined || schema.default !== undefined) return exampleOf(schema);
  if (schema.kind === 'array') return [everyPart(schema.items)];
  if (schema.kind !== 'object') return exampleOf(schema);
  const { properties, additional } = schema;
  const any = typeof additional === 'boolean' ? [] : [['Key', everyPart(additional)] as const];
  const declared = properties.map((property) => [property.name, everyPart(property.schema)] as const);
  return Object.fromEntries([...any, ...declared]);
}

/** A parameter for each part. One that need not be sent is not filled in: what it does is the reader's decision. */
function buildParts({ name, schema, required, example }: Parameter, common: object): readonly JsonValue[] {
  const needed = new Set(required ? flatten(name, exampleOf(schema, example)).map(([part]) => part) : []);
  return flatten(name, example ?? everyPart(schema)).map(([part, text]) => {
    const shown = needed.has(part) || example !== undefined ? scalarText(text) : undefined;
    return plain({
      ...common,
      name: part,
      required: needed.has(part),
      schema: { type: 'string' },
      example: shown,
    });
  });
}

const forms = {
  plain: undefined,
  json: 'Sent as JSON text.',
  comma: 'Sent as one text, items apart by commas.',
  flat: 'Sent as one parameter for each part.',
} as const;

function describe(parameter: Parameter): string {
  const { description, serialization, schema, source } = parameter;
  const texts = [description, limitsText(schema), forms[serialization], sourceLink(source)];
  return texts.filter((text) => text !== undefined && text !== '').join('\n\n');
}

/** What try-it can offer for the wire text: choices and limits of a plain value, otherwise any text. */
const wireSchema = ({ serialization, schema }: Parameter): JsonValue =>
  serialization === 'plain' ? describedSchema(undescribed(schema)) : { type: 'string' };

/** The description already stands beside the schema. */
const undescribed = ({ description: _description, ...schema }: Schema): Schema => schema as Schema;

/** A parameter as the wire has it: text. A flattened one becomes a parameter for each part of its example. */
export function buildParameters(parameter: Parameter): readonly JsonValue[] {
  const { name, location, required, deprecated, serialization } = parameter;
  const value = exampleOf(parameter.schema, parameter.example);
  const common = { in: location, deprecated: deprecated || undefined, description: describe(parameter) };
  if (serialization === 'flat') return buildParts(parameter, common);
  const text =
    serialization === 'comma' && Array.isArray(value) ? value.map(scalarText).join(',') : scalarText(value);
  const example = serialization === 'plain' ? value : text;
  // An optional parameter is not filled in: what it does is the reader's decision.
  const shown = required || parameter.example !== undefined ? example : undefined;
  return [plain({ ...common, name, required, schema: wireSchema(parameter), example: shown })];
}

/** Fields of a form, which the wire sends in the body. */
export function buildForm(fields: readonly Parameter[], toSchema: (schema: Schema) => JsonValue): JsonValue {
  const schema = {
    type: 'object',
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(fields.map(({ name, schema: field }) => [name, toSchema(field)])),
  };
  return { content: { 'application/x-www-form-urlencoded': { schema } } };
}
