import type { ObjectSchema, Schema } from '@swas/generator-model';
import { literal, propertyName } from './text.ts';
import { typeLine, type ObjectType, type TypeExpression } from './type-expression.ts';

/** Names of the types that references stand for, by schema name. */
export type TypeNames = ReadonlyMap<string, string>;

/**
 * The TypeScript type of a schema's values. Limits that types cannot say (lengths, patterns) are left to the validator. Arrays are
 * readonly: a request is never changed, and mutable arrays fit too.
 * @param names what a reference is called; build it with `typeNamesOf(model)`.
 */
export function typeExpression(schema: Schema, names: TypeNames): TypeExpression {
  const type = plainType(schema, names);
  return schema.nullable === true ? either([type, 'null']) : type;
}

/** The type of a field; `undefined` is allowed where it may be absent: callers pass on optional values without a detour. */
export function fieldType(schema: Schema, required: boolean, names: TypeNames): TypeExpression {
  const type = typeExpression(schema, names);
  return required ? type : either([type, 'undefined']);
}

/** A union of what its members consist of. */
function either([type, other]: readonly [TypeExpression, string]): TypeExpression {
  return { union: typeof type !== 'string' && 'union' in type ? [...type.union, other] : [type, other] };
}

/** A union. A type that is named twice stands there once, and alone for itself. */
function unionOf(members: readonly TypeExpression[]): TypeExpression {
  const union = [...new Map(members.map((member) => [typeLine(member), member])).values()];
  const [first = 'never'] = union;
  return union.length < 2 ? first : { union };
}

/** The names of a model's schemas, for `typeExpression`. */
export function typeNamesOf(model: {
  readonly schemas: readonly { name: string; typeName: string }[];
}): TypeNames {
  return new Map(model.schemas.map(({ name, typeName }) => [name, typeName]));
}

function plainType(schema: Schema, names: TypeNames): TypeExpression {
  switch (schema.kind) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.kind;
    case 'integer':
    case 'number':
      return 'number';
    case 'enum':
      return unionOf(schema.values.map(literal));
    case 'array':
      return { list: typeExpression(schema.items, names) };
    case 'object':
      return objectType(schema, names);
    case 'union':
      return unionOf(schema.members.map((member) => typeExpression(member, names)));
    case 'intersection': {
      // Members that differ in their limits alone have one type.
      const intersection = [...new Set(schema.members.map((member) => typeExpression(member, names)))];
      const [first = 'unknown', ...others] = intersection;
      return others.length === 0 ? first : { intersection };
    }
    case 'reference':
      return names.get(schema.name) ?? 'unknown';
    case 'any':
      return 'unknown';
  }
}

function objectType({ properties, additional }: ObjectSchema, names: TypeNames): TypeExpression {
  const isMap = typeof additional !== 'boolean';
  if (properties.length === 0) {
    if (additional === false) return 'Readonly<Record<string, never>>';
    return mapOf(isMap ? typeExpression(additional, names) : 'unknown');
  }
  const fields = properties.map(
    ({ name, required, schema }) =>
      [`${propertyName(name)}${required ? '' : '?'}`, fieldType(schema, required, names)] as const,
  );
  // Declared names keep their own types beside a map of all others.
  return isMap ? { intersection: [{ fields }, mapOf('unknown')] } : { fields };
}

/** An index signature, not `Record`: only this may refer to the type that is being declared. */
const mapOf = (type: TypeExpression): ObjectType => ({ fields: [['[name: string]', type]] });
