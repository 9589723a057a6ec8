import { literal, propertyName } from '@swas/generator-kit';
import type { ApiModel, Operation, Parameter, Schema } from '@swas/generator-model';

/** Initializer of an operation's descriptor: what the runtime has to know to call it, as far as it is not the default. */
export function descriptorText(model: ApiModel, operation: Operation): string {
  const { name, method, effect, idempotencyParameter: token, parameters, result } = operation;
  const encoders = parameters.flatMap((parameter) => {
    const encoder = encoderText(parameter);
    return encoder === undefined ? [] : [`${keyText(parameter.name)}: ${encoder}`];
  });
  const optional = [
    token === undefined ? 'undefined' : literal(token),
    encoders.length ? `{ ${encoders.join(', ')} }` : 'undefined',
    effect === 'read' ? 'true' : 'undefined',
    method === 'POST' ? 'undefined' : literal(method),
  ];
  const last = optional.findLastIndex((text) => text !== 'undefined') + 1;
  const facts = [name, model.version, requiredProperties(model, result)].map((fact) => literal(fact));
  return `[${[...facts, ...optional.slice(0, last)].join(', ')}]`;
}

/**
 * The runtime's encoder of a parameter, referred to by name so that a bundle holds only the encoders it uses;
 * `undefined` for plain text in the query string.
 */
function encoderText({ location, serialization }: Parameter): string | undefined {
  // The runtime's plain form of a list is its items joined by commas.
  const encoder = serialization === 'comma' ? 'plain' : serialization;
  switch (location) {
    case 'query':
      return encoder === 'plain' ? undefined : `Runtime.${encoder}`;
    case 'form':
      return `Runtime.form(Runtime.${encoder})`;
    case 'header':
      return 'Runtime.header';
  }
}

// In an object literal a plain `__proto__` would set the prototype.
const keyText = (name: string): string => (name === '__proto__' ? `['__proto__']` : propertyName(name));

function requiredProperties(model: ApiModel, schema: Schema): Record<string, string> {
  switch (schema.kind) {
    case 'object': {
      const required = schema.properties.filter((property) => property.required);
      return Object.fromEntries(required.map(({ name, schema: value }) => [name, valueType(model, value)]));
    }
    case 'reference':
      return requiredProperties(model, resolve(model, schema.name));
    case 'intersection':
      return Object.assign({}, ...schema.members.map((member) => requiredProperties(model, member)));
    default:
      return {};
  }
}

/** JSON type of a schema's values, `any` when there is more than one. */
function valueType(model: ApiModel, schema: Schema): string {
  if (schema.nullable) return 'any';
  switch (schema.kind) {
    case 'integer':
      return 'number';
    case 'reference':
      return valueType(model, resolve(model, schema.name));
    case 'enum': {
      const types = new Set(schema.values.map((value) => typeof value));
      return types.size === 1 ? [...types].join('') : 'any';
    }
    case 'null':
    case 'union':
    case 'intersection':
      return 'any';
    default:
      return schema.kind;
  }
}

const byName = new WeakMap<ApiModel, ReadonlyMap<string, Schema>>();

function resolve(model: ApiModel, name: string): Schema {
  const schemas = byName.get(model) ?? new Map(model.schemas.map((named) => [named.name, named.schema]));
  byName.set(model, schemas);
  // The model holds every schema that is referred to.
  return schemas.get(name) ?? { kind: 'any' };
}
