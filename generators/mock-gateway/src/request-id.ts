import { accepts, type NamedSchema, type ObjectSchema, type Schema } from '@swas/generator-model';

const name = 'RequestId';

/** Ids like those that the gateway gives each answer: UUIDs in upper case, with each digit somewhere. */
const ids: readonly string[] = [
  '01234567-89AB-4CDE-8F01-23456789ABCD',
  'FEDCBA98-7654-4321-B0FE-DCBA98765432',
  'AAAAAAAA-AAAA-4AAA-AAAA-AAAAAAAAAAAA',
  '11111111-1111-4111-9111-111111111111',
];

/** How an answer takes the id that the gateway gives each: as it is, in lower case, or not at all. */
export function requestIdForm(
  schema: Schema,
  schemas: readonly NamedSchema[],
): 'upper' | 'lower' | undefined {
  const takes = (texts: readonly string[]): boolean => takesRequestId(schema, { schemas, texts });
  if (takes(ids)) return 'upper';
  return takes(ids.map((id) => id.toLowerCase())) ? 'lower' : undefined;
}

/** Which ids are asked about. */
interface Asked {
  readonly schemas: readonly NamedSchema[];
  readonly texts: readonly string[];
}

/** Whether an answer of this schema can carry such ids. */
function takesRequestId(schema: Schema, asked: Asked, depth = 0): boolean {
  // Deeper than this, references go in a circle.
  if (depth > 16) return false;
  const { schemas } = asked;
  const within = (inner: Schema): boolean => takesRequestId(inner, asked, depth + 1);
  switch (schema.kind) {
    case 'any':
      return true;
    case 'object':
      return objectTakes(schema, asked);
    case 'reference':
      return schemas.some((named) => named.name === schema.name && within(named.schema));
    case 'intersection':
      return schema.members.every(within);
    case 'union':
      // The answer is made from the first one.
      return schema.members.slice(0, 1).every(within);
    default:
      return false;
  }
}

function objectTakes({ properties, additional }: ObjectSchema, asked: Asked): boolean {
  const declared = properties.find((property) => property.name === name)?.schema ?? additional;
  return typeof declared === 'boolean' ? declared : takesText(declared, asked);
}

function takesText(schema: Schema, asked: Asked, depth = 0): boolean {
  const { schemas, texts } = asked;
  const within = (inner: Schema): boolean => depth < 16 && takesText(inner, asked, depth + 1);
  switch (schema.kind) {
    case 'any':
      return true;
    case 'string':
      return texts.every((text) => accepts(schema, text, (same) => same));
    case 'reference':
      return schemas.some((named) => named.name === schema.name && within(named.schema));
    case 'intersection':
      return schema.members.every(within);
    case 'union':
      return schema.members.some(within);
    default:
      return false;
  }
}
