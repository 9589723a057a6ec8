import type { ApiModel, Operation, Parameter } from '@swas/generator-model';

/** A parameter of the usual kind. */
export const parameter = (name: string, given: Partial<Parameter> = {}): Parameter => ({
  name,
  location: 'query',
  serialization: 'plain',
  required: false,
  deprecated: false,
  description: '',
  schema: { kind: 'string' },
  ...given,
});

/** An operation with the given parameters. */
export function operation(name: string, given: Partial<Operation> = {}): Operation {
  const { parameters = [] } = given;
  const properties = parameters.map(({ name: property, required, schema }) => ({
    name: property,
    required,
    schema,
  }));
  return {
    name,
    methodName: name[0]!.toLowerCase() + name.slice(1),
    typeName: name,
    fileName: name.toLowerCase(),
    method: 'POST',
    summary: `Does ${name}.`,
    description: '',
    deprecated: false,
    parameters,
    request: { kind: 'object', properties, additional: false },
    result: {
      kind: 'object',
      properties: [{ name: 'RequestId', required: true, schema: { kind: 'string' } }],
      additional: true,
    },
    responses: [],
    errors: [],
    effect: 'write',
    openQuestions: [],
    unchecked: [],
    ...given,
  };
}

/** A model with the given operations. */
export const model = (operations: readonly Operation[], given: Partial<ApiModel> = {}): ApiModel => ({
  title: 'Things',
  description: '',
  product: 'things',
  version: '2020-01-01',
  pages: [],
  servers: [],
  operations,
  schemas: [],
  gatewayErrors: [],
  lines: {},
  resources: [],
  workflows: [],
  ...given,
});
