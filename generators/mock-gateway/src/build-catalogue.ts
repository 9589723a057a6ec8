import type { ApiModel, GatewayError, Resource, Server } from '@swas/generator-model';
import { toJsonSchema } from '@swas/generator-model';
import { buildExampleResources } from './build-examples.ts';
import { buildOperation } from './build-operation.ts';

/**
 * Everything of the model that the emulator serves, as plain JSON data without documentation texts.
 * The mock gateway's own `Catalogue` type describes the shape; a type test there keeps both together.
 */
export function buildCatalogue(model: ApiModel) {
  return {
    title: model.title,
    product: model.product,
    version: model.version,
    regions: regions(model.servers),
    servers: model.servers.map(buildServer),
    operations: model.operations.map((operation) =>
      buildOperation(operation, model.schemas, model.workflows),
    ),
    gatewayErrors: model.gatewayErrors.map(buildGatewayError),
    resources: model.resources.map(buildResource),
    exampleResources: buildExampleResources(model),
    definitions: Object.fromEntries(model.schemas.map(({ name, schema }) => [name, toJsonSchema(schema)])),
  };
}

/** Regions in the order of the spec, each once, however many servers list it. */
function regions(servers: readonly Server[]): readonly string[] {
  const variables = servers.flatMap((server) => server.variables).filter(({ name }) => name === 'region');
  return [...new Set(variables.flatMap(({ values }) => values))];
}

function buildServer({ network, url, variables }: Server) {
  return {
    network,
    url,
    variables: variables.map((variable) => ({
      name: variable.name,
      default: variable.default,
      values: variable.values,
    })),
  };
}

function buildGatewayError({ condition, status, code, message }: GatewayError) {
  return { condition, status, code, message };
}

function buildResource({ name, states, initial, absent }: Resource) {
  return { name, states, initial, absent };
}
