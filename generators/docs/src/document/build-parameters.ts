import { limitsText } from '@swas/generator-kit';
import type { JsonValue, Parameter, Schema } from '@swas/generator-model';
import type { Examples } from '../samples/examples.ts';
import { plain } from '../plain.ts';
import { describedSchema } from './described-schema.ts';
import { flatParts } from './flat-parts.ts';
import { sourceLink } from './source-link.ts';

const scalarText = (value: JsonValue): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** A parameter as the wire has it: text. */
interface WireParameter {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: true | undefined;
  readonly description: string;
  readonly schema: JsonValue;
  readonly example: JsonValue | undefined;
}

/** A flattened parameter becomes one for each of its parts. */
function wireParameters(parameter: Parameter, examples: Examples): readonly WireParameter[] {
  const { name, required, serialization } = parameter;
  const common = { deprecated: parameter.deprecated || undefined, description: describe(parameter) };
  if (serialization === 'flat') {
    return flatParts(parameter, examples).map(({ value, ...part }) => ({
      ...common,
      ...part,
      schema: { type: 'string' },
      example: value === undefined ? undefined : scalarText(value),
    }));
  }
  const value = examples.shortest(parameter.schema, parameter.example);
  const text =
    serialization === 'comma' && Array.isArray(value) ? value.map(scalarText).join(',') : scalarText(value);
  const example = serialization === 'plain' ? value : text;
  // An optional parameter is not filled in: what it does is the reader's decision.
  const shown = required || parameter.example !== undefined ? example : undefined;
  return [{ ...common, name, required, schema: wireSchema(parameter), example: shown }];
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

/** A parameter of the query or the headers. */
export function buildParameters(parameter: Parameter, examples: Examples): readonly JsonValue[] {
  return wireParameters(parameter, examples).map(({ deprecated, description, ...rest }) =>
    plain({ in: parameter.location, deprecated, description, ...rest }),
  );
}

/** Fields of a form, which the wire sends in the body: each a text of its own, as in the query. */
export function buildForm(fields: readonly Parameter[], examples: Examples): JsonValue {
  const parts = fields.flatMap((field) => wireParameters(field, examples));
  const properties = parts.map(({ name, schema, description, deprecated, example }) => [
    name,
    plain({ ...(schema as object), description, deprecated, example }),
  ]);
  const schema = {
    type: 'object',
    required: parts.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(properties) as JsonValue,
  };
  return { content: { 'application/x-www-form-urlencoded': { schema } } };
}
