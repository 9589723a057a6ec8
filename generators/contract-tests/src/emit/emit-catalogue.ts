/** `catalogue.ts`: what the harness must know of the API besides the cases. */
import {
  dataText,
  docComment,
  sourceFile,
  StructureKind,
  VariableDeclarationKind,
  type EmittedFile,
} from '@swas/generator-kit';
import {
  definitions,
  toJsonSchema,
  type ApiModel,
  type JsonValue,
  type Level,
  type Operation,
  type Parameter,
} from '@swas/generator-model';
import { coverageOf } from '../coverage.ts';
import { resourceParameters, type ApiKnowledge } from '../knowledge/api-knowledge.ts';
import { succeeds } from '../knowledge/knowledge.ts';
import { toEmittedText } from '../values/template-text.ts';

/** Prints the catalogue. */
export function emitCatalogue(model: ApiModel, knowledge: ApiKnowledge, generator: string): EmittedFile {
  return sourceFile({
    path: 'catalogue.ts',
    generator,
    statements: [
      {
        kind: StructureKind.ImportDeclaration,
        isTypeOnly: true,
        namedImports: ['Catalogue'],
        moduleSpecifier: '../contract-case.ts',
      },
      {
        kind: StructureKind.VariableStatement,
        isExported: true,
        declarationKind: VariableDeclarationKind.Const,
        docs: [docComment('Operations, resources and answers, as the spec describes them.')],
        declarations: [
          { name: 'catalogue', type: 'Catalogue', initializer: dataText(catalogueData(model, knowledge)) },
        ],
      },
    ],
  });
}

function catalogueData(model: ApiModel, knowledge: ApiKnowledge): JsonValue {
  const data = {
    title: model.title,
    product: model.product,
    version: model.version,
    methods: Object.fromEntries(model.operations.map(({ name, method }) => [name, method])),
    clientMethods: Object.fromEntries(model.operations.map(({ name, methodName }) => [name, methodName])),
    decoders: Object.fromEntries(
      model.operations.map((operation) => [operation.name, decoders(operation, knowledge)]),
    ),
    locations: Object.fromEntries(
      model.operations.map(({ name, parameters }) => [
        name,
        Object.fromEntries(
          parameters
            .filter(({ location }) => location !== 'query')
            .map((parameter) => [parameter.name, parameter.location]),
        ),
      ]),
    ),
    idempotencyParameters: Object.fromEntries(
      model.operations.flatMap(({ name, idempotencyParameter }) =>
        idempotencyParameter === undefined ? [] : [[name, idempotencyParameter]],
      ),
    ),
    variables: variables(model),
    resources: resources(model, knowledge),
    moves: moves(knowledge),
    answers: answers(model, knowledge),
    definitions: definitions(model),
    throttlingCodes: model.gatewayErrors
      .filter(({ condition }) => condition === 'throttled')
      .map(({ code }) => code),
    coverage: coverageOf(model, knowledge),
  };
  return data as unknown as JsonValue;
}

/** How each wire text is read back into the client's value; a flattened parameter has no text of its own. */
function decoders({ parameters }: Operation, knowledge: ApiKnowledge): JsonValue {
  const kindOf = ({ serialization, schema }: Parameter): string => {
    if (serialization !== 'plain') return serialization;
    const { kind } = knowledge.table.resolve(schema);
    return kind === 'integer' || kind === 'number' || kind === 'boolean' ? 'json' : 'text';
  };
  return Object.fromEntries(parameters.map((parameter) => [parameter.name, kindOf(parameter)]));
}

/** A variable has the values of every server together: a narrower list belongs to one network. */
function variables(model: ApiModel): JsonValue {
  const all = model.servers.flatMap((server) => server.variables);
  return Object.fromEntries(
    all.map(({ name, default: preset }) => [
      name,
      {
        default: preset,
        values: [...new Set(all.filter((other) => other.name === name).flatMap(({ values }) => values))],
      },
    ]),
  );
}

/** An id of a resource that the documents show, to make up ids of the same form. */
function exampleId(model: ApiModel, knowledge: ApiKnowledge, resource: string): string {
  const examples = model.operations
    .flatMap((operation) => resourceParameters(operation, knowledge.table))
    .filter((found) => found.resource === resource)
    .flatMap(({ parameter }) => parameter.example ?? []);
  return String(examples.flat()[0] ?? `${resource}-00000000`);
}

const resources = (model: ApiModel, knowledge: ApiKnowledge): JsonValue =>
  Object.fromEntries(
    model.resources.map(({ name, initial, absent }) => [
      name,
      { initial, absent, example: exampleId(model, knowledge, name) },
    ]),
  );

const moves = (knowledge: ApiKnowledge): JsonValue =>
  knowledge.outcomes
    .filter((outcome) => succeeds(outcome) && outcome.after !== outcome.state)
    .map(({ resource, state, after, shape, status }) => ({
      resource,
      from: state,
      to: after,
      action: shape.operation,
      query: Object.fromEntries(
        Object.entries(shape.query).map(([name, template]) => [name, toEmittedText(template)]),
      ),
      status,
    }));

function answers(model: ApiModel, knowledge: ApiKnowledge): JsonValue {
  return model.operations.flatMap((operation) =>
    operation.responses.map(({ status, schema, headers }) => ({
      action: operation.name,
      status,
      ...(schema === undefined ? {} : { schema: toJsonSchema(schema) }),
      level: (schema && knowledge.table.resolve(schema).source?.page.level) ?? ('documented' satisfies Level),
      headers: headers.map(({ name }) => name.toLowerCase()),
    })),
  );
}
