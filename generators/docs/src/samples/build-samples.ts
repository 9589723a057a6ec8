import { keepText, literal, propertyName, remember, schemasByName, stringLiteral } from '@swas/generator-kit';
import type { ApiModel, JsonValue, NamedSchema, Operation, Parameter, Server } from '@swas/generator-model';
import { Examples } from './examples.ts';
import { reachedSchemas } from './reached-schemas.ts';

/** A program in the client's own words. */
export type Sample = {
  readonly operation: string;
  readonly label: string;
  readonly source: string;
};

/** Settings of the client: the region where the address has one. */
function settings(servers: readonly Server[]): string {
  const region = servers
    .filter(({ network }) => network !== 'facade')
    .flatMap(({ variables }) => variables)
    .find(({ name }) => name === 'region');
  return region === undefined ? '{}' : `{ region: ${stringLiteral(region.default)} }`;
}

/** The request with every required parameter, one on a line. */
function requestText({ parameters }: Operation, examples: Examples): string {
  const value = ({ schema, example }: Parameter): string => literal(examples.shortest(schema, example));
  const fields = parameters
    .filter(({ required }) => required)
    .map((parameter) => `  ${propertyName(parameter.name)}: ${value(parameter)},`);
  return fields.length === 0 ? '{}' : `{\n${fields.join('\n')}\n}`;
}

/** Names of the result's fields, which a program takes out of it. */
function resultFields({ result }: Operation): string | undefined {
  if (result.kind !== 'object') return undefined;
  const names = result.properties.map(({ name }) => name).filter((name) => propertyName(name) === name);
  return names.length === 0 ? undefined : `{ ${names.join(', ')} }`;
}

function callSample(operation: Operation, servers: readonly Server[], request: string): string {
  const fields = resultFields(operation);
  const call = `await client.${operation.methodName}(${request});`;
  return [
    `import { createClient } from '@swas/client';`,
    '',
    '// Credentials come from the environment,',
    '// or where the official tools keep them.',
    `const client = createClient(${settings(servers)});`,
    fields === undefined ? call : `const ${fields} = ${call}`,
    '',
  ].join('\n');
}

function errorSample(
  operation: Operation,
  servers: readonly Server[],
  request: string,
  code: JsonValue,
): string {
  const call = `await client.${operation.methodName}(${request});`;
  return [
    `import { createClient, ServiceError } from '@swas/client';`,
    '',
    `const client = createClient(${settings(servers)});`,
    'try {',
    call.replaceAll(/^/gm, '  '),
    '} catch (error) {',
    `  if (!(error instanceof ServiceError) || error.code !== ${literal(code)}) throw error;`,
    '  console.warn(error.message, error.requestId);',
    '}',
    '',
  ].join('\n');
}

/**
 * The samples of one operation: a call, and one that expects its first documented error. `reached` are the schemas that its parameters
 * refer to.
 */
export const samplesOf = remember(
  (operation: Operation, servers: readonly Server[], reached: readonly NamedSchema[]): readonly Sample[] => {
    const [error] = operation.errors;
    const { name } = operation;
    const request = requestText(operation, new Examples(reached));
    const call = keepText({
      operation: name,
      label: '@swas/client',
      source: callSample(operation, servers, request),
    });
    if (error === undefined) return [call];
    const source = errorSample(operation, servers, request, error.code);
    return [call, keepText({ operation: name, label: 'with an error', source })];
  },
);

/** Every sample, as plain data. */
export function buildSamples({
  operations,
  servers,
  schemas,
}: Pick<ApiModel, 'operations' | 'servers' | 'schemas'>): JsonValue {
  const named = schemasByName(schemas);
  return operations.flatMap((operation) => samplesOf(operation, servers, reachedSchemas(operation, named)));
}
