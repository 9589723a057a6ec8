import { keepText, literal, propertyName, remember, stringLiteral } from '@swas/generator-kit';
import type { JsonValue, Operation, Server } from '@swas/generator-model';
import { exampleOf } from './example-of.ts';

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
function requestText({ parameters }: Operation): string {
  const fields = parameters
    .filter(({ required }) => required)
    .map(({ name, schema, example }) => `  ${propertyName(name)}: ${literal(exampleOf(schema, example))},`);
  return fields.length === 0 ? '{}' : `{\n${fields.join('\n')}\n}`;
}

/** Names of the result's fields, which a program takes out of it. */
function resultFields({ result }: Operation): string | undefined {
  if (result.kind !== 'object') return undefined;
  const names = result.properties.map(({ name }) => name).filter((name) => propertyName(name) === name);
  return names.length === 0 ? undefined : `{ ${names.join(', ')} }`;
}

function callSample(operation: Operation, servers: readonly Server[]): string {
  const fields = resultFields(operation);
  const call = `await client.${operation.methodName}(${requestText(operation)});`;
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

function errorSample(operation: Operation, servers: readonly Server[], code: JsonValue): string {
  const call = `await client.${operation.methodName}(${requestText(operation)});`;
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

/** The samples of one operation: a call, and one that expects its first documented error. */
export const samplesOf = remember((operation: Operation, servers: readonly Server[]): readonly Sample[] => {
  const [error] = operation.errors;
  const { name } = operation;
  const call = keepText({ operation: name, label: '@swas/client', source: callSample(operation, servers) });
  if (error === undefined) return [call];
  const source = errorSample(operation, servers, error.code);
  return [call, keepText({ operation: name, label: 'with an error', source })];
});

/** Every sample, as plain data. */
export function buildSamples(operations: readonly Operation[], servers: readonly Server[]): JsonValue {
  return operations.flatMap((operation) => samplesOf(operation, servers));
}
