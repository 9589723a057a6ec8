import { literal } from '@swas/generator-kit';
import type { ApiModel, JsonValue, Operation, Parameter, Schema } from '@swas/generator-model';

/** Initializer of an operation's descriptor: what the runtime has to know to call it. */
export function descriptorText(model: ApiModel, operation: Operation): string {
  const { name, method, effect, idempotencyParameter, parameters, result } = operation;
  const serialization = table(parameters, (parameter) => parameter.serialization, 'plain');
  const location = table(parameters, (parameter) => parameter.location, 'query');
  return literal({
    name,
    version: model.version,
    method,
    ...(effect === 'read' ? { readOnly: true } : {}),
    ...(idempotencyParameter === undefined ? {} : { idempotencyParameter }),
    ...(serialization && { serialization }),
    ...(location && { location }),
    required: requiredProperties(model, result),
  });
}

/** One property of each parameter, by name, where it is not the usual one; `undefined` when there is none such. */
function table(
  parameters: readonly Parameter[],
  property: (parameter: Parameter) => string,
  usual: string,
): JsonValue | undefined {
  const rows = parameters.map((parameter) => [parameter.name, property(parameter)] as const);
  const unusual = rows.filter(([, value]) => value !== usual);
  return unusual.length ? Object.fromEntries(unusual) : undefined;
}

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

// The model holds every schema that is referred to.
const resolve = (model: ApiModel, name: string): Schema =>
  model.schemas.find((named) => named.name === name)?.schema ?? { kind: 'any' };
