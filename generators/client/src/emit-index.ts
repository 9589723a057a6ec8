import type { EmittedFile } from '@swas/generator-kit';
import type { ApiModel } from '@swas/generator-model';
import { emittedFile } from './header.ts';
import { operationNames } from './names.ts';

/** Which entry to emit. */
export interface IndexKind {
  readonly path: string;
  readonly client: string;
  /** Folder of the functions that it exports. */
  readonly operations: 'operations' | 'validated';
}

/** The exports of an entry. A function that is called like one of the client's own is only reached as a method. */
export function emitIndex(model: ApiModel, { path, client, operations }: IndexKind): EmittedFile {
  const reserved = new Set(['createClient', 'createConnection']);
  const perOperation = model.operations.flatMap((operation) => {
    const { method, descriptor, guard, request, result, errorCode, error } = operationNames(operation);
    const file = `${operation.fileName}.ts`;
    return [
      ...(reserved.has(method) ? [] : [`export { ${method} } from './${operations}/${file}';`]),
      `export { ${descriptor}, ${guard} } from './operations/${file}';`,
      `export type { ${request}, ${result}, ${errorCode}, ${error} } from './operations/${file}';`,
    ];
  });
  return emittedFile(path, [
    `export { Client, createClient, createConnection } from './${client}';`,
    `export type { ClientOptions, ConnectionOptions } from './${client}';`,
    `export { endpoints, type Region } from './endpoints.ts';`,
    `export type * as models from './models.ts';`,
    ...perOperation,
  ]);
}
