/** From a decoded value to the wire texts of its parameter, and back. */
import type { JsonValue, Parameter, Schema } from '@swas/generator-model';
import type { Query } from '../contract-case.ts';
import { fromMarkedText, toMarkedText } from './template-text.ts';

const scalarText = (value: JsonValue): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

function flatten(name: string, value: JsonValue): (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => flatten(`${name}.${index + 1}`, item));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => flatten(`${name}.${key}`, item));
  }
  return [[name, String(value)]];
}

/** The wire texts of a decoded value by name; placeholders are still marked. */
export function wireTexts(parameter: Parameter, value: JsonValue): readonly (readonly [string, string])[] {
  switch (parameter.serialization) {
    case 'plain':
      return [[parameter.name, scalarText(value)]];
    case 'json':
      return [[parameter.name, JSON.stringify(value)]];
    case 'comma':
      return [[parameter.name, (Array.isArray(value) ? value : [value]).map(scalarText).join(',')]];
    case 'flat':
      return flatten(parameter.name, value);
  }
}

const isEmpty = (value: JsonValue): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).length === 0;

const holdsEmpty = (value: JsonValue): boolean =>
  isEmpty(value) || (typeof value === 'object' && value !== null && Object.values(value).some(holdsEmpty));

const holdsNull = (value: JsonValue): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(holdsNull));

/** HTTP cuts white space off both ends of a header, and no two servers agree on what is beyond ASCII. */
const headerText = /^(?:[!-~](?:[ -~]*[!-~])?)?$/u;

/** A comma inside an item would part it in two, and a single empty item could not be told from no item. */
const joinsCleanly = (value: JsonValue): boolean =>
  !Array.isArray(value) ||
  (!value.some((item) => scalarText(item).includes(',')) && !(value.length === 1 && value[0] === ''));

/** Whether the wire can say the value: `null` has a text in JSON alone, and an empty list or object leaves no trace elsewhere. */
export function canSay(parameter: Parameter, value: JsonValue): boolean {
  const { serialization, location } = parameter;
  if ((serialization === 'flat' || serialization === 'comma') && holdsEmpty(value)) return false;
  if (serialization !== 'json' && holdsNull(value)) return false;
  if (serialization === 'comma' && !joinsCleanly(value)) return false;
  return location !== 'header' || wireTexts(parameter, value).every(([, text]) => headerText.test(text));
}

/** The wire texts of a decoded value; strings may hold marked placeholders. */
export const serialize = (parameter: Parameter, value: JsonValue): Query =>
  Object.fromEntries(wireTexts(parameter, value).map(([name, text]) => [name, fromMarkedText(text)]));

const isNumeric = (schema: Schema): boolean => schema.kind === 'number' || schema.kind === 'integer';

/** The decoded value of a parameter in a query, or `undefined` where the query says nothing that can be decoded. */
export function deserialize(parameter: Parameter, query: Query): JsonValue | undefined {
  const template = Object.hasOwn(query, parameter.name) ? query[parameter.name] : undefined;
  if (template === undefined) return undefined;
  const text = toMarkedText(template);
  if (parameter.serialization === 'plain') return isNumeric(parameter.schema) ? Number(text) : text;
  if (parameter.serialization === 'comma') return text.split(',');
  try {
    return parameter.serialization === 'json' ? (JSON.parse(text) as JsonValue) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a name on the wire is the parameter's own, or that of a part of its flattened value. */
const belongsTo = ({ name, serialization }: Parameter, wireName: string): boolean =>
  wireName === name || (serialization === 'flat' && wireName.startsWith(`${name}.`));

/** Whether a query says anything of a parameter. */
export const isSent = (query: Query, parameter: Parameter): boolean =>
  Object.keys(query).some((name) => belongsTo(parameter, name));

/** The query without a parameter, however it is spread over names. */
export const without = (query: Query, parameter: Parameter): Query =>
  Object.fromEntries(Object.entries(query).filter(([name]) => !belongsTo(parameter, name)));
