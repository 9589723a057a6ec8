import type { ApiModel, NamedSchema, Operation, Parameter, Schema } from '@swas/generator-model';

/** A parameter with a schema; everything else is plain. */
export function parameterOf(name: string, schema: Schema, required = false): Parameter {
  return {
    name,
    location: 'query',
    serialization: 'plain',
    required,
    deprecated: false,
    description: '',
    schema,
  };
}

/** An operation; what is not given is plain. */
export function operationOf(given: Partial<Operation> = {}): Operation {
  return {
    name: 'Act',
    methodName: 'act',
    typeName: 'Act',
    fileName: 'act',
    method: 'POST',
    summary: '',
    description: '',
    deprecated: false,
    parameters: [],
    request: { kind: 'object', properties: [], additional: false },
    result: { kind: 'any' },
    responses: [],
    errors: [],
    effect: 'write',
    openQuestions: [],
    unchecked: [],
    ...given,
  };
}

/** A model of some operations and schemas. */
export function modelOf(
  operations: readonly Operation[] = [],
  schemas: readonly NamedSchema[] = [],
): ApiModel {
  return {
    title: 'Shop',
    description: '',
    product: 'shop',
    version: '2020-06-01',
    pages: [],
    servers: [],
    operations,
    schemas,
    gatewayErrors: [],
    lines: {},
    resources: [],
    workflows: [],
  };
}
