import type { ObjectSchema, Schema } from '@swas/generator-model';
import { literal, propertyName } from './text.ts';

/** Names of the types that references stand for, by schema name. */
export type TypeNames = ReadonlyMap<string, string>;

/**
 * The TypeScript type of a schema's values, as an expression. Limits that types cannot say (lengths, patterns) are left to the
 * validator. Arrays are readonly: a request is never changed, and mutable arrays fit too.
 * @param typeNames what a reference is called; build it with `typeNamesOf(model)`.
 */
export function typeText(schema: Schema, typeNames: TypeNames): string {
  const text = plainType(schema, typeNames);
  return schema.nullable === true ? `${text} | null` : text;
}

/** The names of a model's schemas, for `typeText`. */
export function typeNamesOf(model: {
  readonly schemas: readonly { name: string; typeName: string }[];
}): TypeNames {
  return new Map(model.schemas.map(({ name, typeName }) => [name, typeName]));
}

function plainType(schema: Schema, names: TypeNames): string {
  switch (schema.kind) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.kind;
    case 'integer':
    case 'number':
      return 'number';
    case 'enum':
      return schema.values.map(literal).join(' | ') || 'never';
    case 'array':
      return `readonly ${group(typeText(schema.items, names))}[]`;
    case 'object':
      return objectType(schema, names);
    case 'union':
      return [...new Set(schema.members.map((member) => group(typeText(member, names))))].join(' | ');
    case 'intersection':
      return schema.members.map((member) => group(typeText(member, names))).join(' & ');
    case 'reference':
      return names.get(schema.name) ?? 'unknown';
    case 'any':
      return 'unknown';
  }
}

/** Brackets around what would otherwise bind to its neighbours. */
function group(text: string): string {
  return /[|&]|^readonly /.test(text) ? `(${text})` : text;
}

function objectType(schema: ObjectSchema, names: TypeNames): string {
  const { additional } = schema;
  const open = typeof additional !== 'boolean' || (additional && schema.properties.length === 0);
  // An index signature, not `Record`: only this may refer to the type that is being declared.
  const map = open
    ? `{ readonly [name: string]: ${typeof additional === 'boolean' ? 'unknown' : typeText(additional, names)} }`
    : '';
  if (schema.properties.length === 0) return map === '' ? 'Readonly<Record<string, never>>' : map;
  const fields = schema.properties.map(
    ({ name, required, schema: value }) =>
      `readonly ${propertyName(name)}${required ? '' : '?'}: ${optional(typeText(value, names), required)}`,
  );
  const object = `{ ${fields.join('; ')} }`;
  // Declared names keep their own types beside a map of all others.
  return map === '' ? object : `${object} & { readonly [name: string]: unknown }`;
}

/** `undefined` is allowed where a name may be absent: callers pass on optional values without a detour. */
function optional(text: string, required: boolean): string {
  return required ? text : `${text} | undefined`;
}
