import { literalKey, schemasByName, stringLiteral, type Expression } from '@swas/generator-kit';
import type { ApiModel, Operation, Parameter, Schema } from '@swas/generator-model';

/**
 * Initializer of an operation's descriptor: what the runtime has to know to call it, as far as it is not the default.
 * @param required what `requiredProperties` says of its answer.
 */
export function descriptorExpression(operation: Operation, version: string, required: string): Expression {
  const { name, method, effect, idempotencyParameter: token, parameters } = operation;
  const types: Readonly<Record<string, string>> = JSON.parse(required);
  const encoders = parameters.flatMap((parameter) => {
    const encoder = encoderText(parameter);
    return encoder === undefined ? [] : [[literalKey(parameter.name), encoder] as const];
  });
  const optional: readonly Expression[] = [
    token === undefined ? 'undefined' : stringLiteral(token),
    encoders.length ? { fields: encoders } : 'undefined',
    effect === 'read' ? 'true' : 'undefined',
    method === 'POST' ? 'undefined' : stringLiteral(method),
  ];
  const last = optional.findLastIndex((each) => each !== 'undefined') + 1;
  const fields = Object.entries(types).map(([key, type]) => [literalKey(key), stringLiteral(type)] as const);
  return { items: [stringLiteral(name), stringLiteral(version), { fields }, ...optional.slice(0, last)] };
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

/** JSON types of what an answer must hold, by name, as JSON text: equal for equal facts, so that it can be compared. */
export const requiredProperties = (model: ApiModel, { result }: Operation): string =>
  JSON.stringify(requiredOf(model, result));

function requiredOf(model: ApiModel, schema: Schema): Record<string, string> {
  switch (schema.kind) {
    case 'object': {
      const required = schema.properties.filter((property) => property.required);
      return Object.fromEntries(required.map(({ name, schema: value }) => [name, valueType(model, value)]));
    }
    case 'reference':
      return requiredOf(model, resolve(model, schema.name));
    case 'intersection':
      return Object.assign({}, ...schema.members.map((member) => requiredOf(model, member)));
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

// The model holds every schema that is referred to.
const resolve = (model: ApiModel, name: string): Schema =>
  schemasByName(model.schemas).get(name)?.schema ?? { kind: 'any' };
