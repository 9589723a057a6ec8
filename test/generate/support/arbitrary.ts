import type { ApiModel, Parameter, Property, Schema } from '@swas/generator-model';
import * as fc from 'fast-check';

/** What values are made from: how they travel decides what would be lost on the way. */
interface Making {
  readonly model: ApiModel;
  readonly serialization: Parameter['serialization'];
  readonly inHeader: boolean;
  /** How many more references are followed; a recursive schema ends there. */
  readonly depth: number;
}

type Of<K extends Schema['kind']> = Extract<Schema, { kind: K }>;

/** Requests that an operation's schema allows and that nothing on the way may change. */
export function requestsOf(model: ApiModel, parameters: readonly Parameter[]): fc.Arbitrary<object> {
  const values = parameters.map(({ name, schema, serialization, location, required }) => {
    const making = { model, serialization, inHeader: location === 'header', depth: 3 };
    // To a gateway, a required parameter that comes empty is missing.
    return [name, valuesOf(schema, making).filter((value) => !required || value !== '')] as const;
  });
  const requiredKeys = parameters.filter(({ required }) => required).map(({ name }) => name);
  return fc.record(Object.fromEntries(values), { requiredKeys, noNullPrototype: true });
}

function valuesOf(schema: Schema, making: Making): fc.Arbitrary<unknown> {
  const value = notNull(schema, making);
  // Only JSON has a way to say null.
  return schema.nullable === true && making.serialization === 'json' ? fc.option(value) : value;
}

function notNull(schema: Schema, making: Making): fc.Arbitrary<unknown> {
  switch (schema.kind) {
    case 'string':
      return texts(schema, making);
    case 'number':
    case 'integer':
      return numbers(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'enum':
      return fc.constantFrom(...schema.values);
    case 'array':
      return lists(schema, making);
    case 'object':
      return objects(schema, making);
    case 'union':
      return fc.oneof(...schema.members.map((member) => valuesOf(member, making)));
    case 'intersection':
      return intersections(schema, making);
    case 'reference':
      return valuesOf(named(making.model, schema.name), { ...making, depth: making.depth - 1 });
    case 'any':
      return fc.jsonValue();
  }
}

/** Objects hold what each member describes; lists and scalars keep the limits of all, which these specs never state twice. */
function intersections({ members }: Of<'intersection'>, making: Making): fc.Arbitrary<unknown> {
  const targets = members.map((member) =>
    member.kind === 'reference' ? named(making.model, member.name) : member,
  );
  if (targets.every(({ kind }) => kind === 'object' || kind === 'intersection'))
    return fc
      .tuple(...members.map((member) => valuesOf(member, making)))
      .map((parts) => Object.assign({}, ...parts) as object);
  const items = targets
    .flatMap((target) => (target.kind === 'array' ? [target.items] : []))
    .find(({ kind }) => kind !== 'any');
  const whole = Object.assign({}, ...targets, items === undefined ? {} : { items }) as Schema;
  return valuesOf(whole, making);
}

function named(model: ApiModel, name: string): Schema {
  const found = model.schemas.find((schema) => schema.name === name);
  if (found === undefined) throw new Error(`No schema ${name} in the model.`);
  return found.schema;
}

function texts(schema: Of<'string'>, { serialization, inHeader }: Making): fc.Arbitrary<string> {
  const { minLength = 0, format } = schema;
  // A pattern may need more.
  const { maxLength = schema.pattern === undefined ? minLength + 12 : 1000 } = schema;
  if (format === 'date-time')
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
      .map((date) => date.toISOString());
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.constantFrom('a@b.example', 'user+tag@example.com');
  if (format === 'uri')
    return fc.constantFrom('https://example.com/path?a=%20b&c', 'urn:example:a+b-0123456789-0123');
  if (format === 'byte') return fc.base64String({ maxLength: 24 });
  // A comma would part an item in two, and an empty one could not be told from an empty list; headers hold visible ASCII.
  const unit = inHeader
    ? fc.constantFrom(...'abc0123456789')
    : fc.constantFrom(...'aZ9 üß日😀"\'\\`$*/%&=+~.{}[]<>\n');
  const least = serialization === 'plain' || serialization === 'json' ? minLength : Math.max(1, minLength);
  const anyText = fc.string({ unit, minLength: least, maxLength: Math.max(least, Math.min(maxLength, 24)) });
  if (schema.pattern === undefined) return anyText;
  const pattern = new RegExp(schema.pattern, 'u');
  const made = /\(\?[!=<]/.test(schema.pattern) ? anyText : fc.stringMatching(pattern);
  return made.filter(
    (text) =>
      pattern.test(text) && !/[,\r]/.test(text) && [...text].length >= least && [...text].length <= maxLength,
  );
}

function numbers(schema: Of<'number' | 'integer'>): fc.Arbitrary<number> {
  const { multipleOf = 1 } = schema;
  const lowest = Math.floor((schema.minimum ?? schema.exclusiveMinimum ?? -(2 ** 40)) / multipleOf);
  const highest = Math.floor((schema.maximum ?? schema.exclusiveMaximum ?? 2 ** 40) / multipleOf);
  return fc
    .integer({ min: lowest, max: highest })
    .map((count) => (count === 0 ? 0 : count * multipleOf))
    .filter((value) => value !== schema.exclusiveMinimum && value !== schema.exclusiveMaximum);
}

function lists(schema: Of<'array'>, making: Making): fc.Arbitrary<unknown[]> {
  // A recursion ends with an empty list, which only JSON can say.
  const least = Math.max(schema.minItems ?? 0, making.serialization === 'json' ? 0 : 1);
  const most = making.depth <= 0 ? least : Math.min(schema.maxItems ?? 4, 4);
  if (most === 0) return fc.constant([]);
  const items = valuesOf(schema.items, making);
  const limits = { minLength: least, maxLength: most };
  return schema.uniqueItems === true ? fc.uniqueArray(items, limits) : fc.array(items, limits);
}

function objects(schema: Of<'object'>, making: Making): fc.Arbitrary<object> {
  // What is left out of a recursion is made by nobody, or making it would not end.
  const made = schema.properties.filter(({ required }) => required || making.depth > 0);
  const entries = made.map(
    (property: Property) => [property.name, valuesOf(property.schema, making)] as const,
  );
  const requiredKeys = made.filter(({ required }) => required).map(({ name }) => name);
  const declared = fc.record(Object.fromEntries(entries), { requiredKeys, noNullPrototype: true });
  const least = Math.max(schema.minProperties ?? 0, making.serialization === 'json' ? 0 : 1);
  if (typeof schema.additional === 'boolean')
    return declared.filter((value) => Object.keys(value).length >= least);
  const names = fc.string({ unit: fc.constantFrom(...'aZ_é'), minLength: 1, maxLength: 4 });
  const more = fc.dictionary(names, valuesOf(schema.additional, making), {
    minKeys: least,
    maxKeys: Math.min(schema.maxProperties ?? 3, 3),
    noNullPrototype: true,
  });
  return fc.tuple(more, declared).map(([map, known]) => ({ ...map, ...known }));
}
