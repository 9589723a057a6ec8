import { emittedFile, StructureKind, type EmittedFile, type FileText } from '@swas/generator-kit';
import type { ApiModel, Operation } from '@swas/generator-model';
import { clientText } from './header.ts';
import { exportFrom, operationNames } from './names.ts';

/** Which entry to emit. */
export interface IndexKind {
  readonly path: string;
  readonly client: string;
  /** Folder of the functions that it exports. */
  readonly operations: 'operations' | 'validated';
}

/** The exports of an entry. A function that is called like one of the client's own is only reached as a method. */
export const emitIndex = (model: ApiModel, { path, client, operations }: IndexKind): EmittedFile =>
  emittedFile(path, print, model.operations, client, operations);

const reserved: ReadonlySet<string> = new Set(['createClient', 'createConnection']);

function print(operations: readonly Operation[], client: string, folder: IndexKind['operations']): FileText {
  const perOperation = operations.flatMap((operation) => {
    const { method, descriptor, guard, request, result, errorCode, error } = operationNames(operation);
    const file = `${operation.fileName}.ts`;
    return [
      ...(reserved.has(method) ? [] : [exportFrom(`./${folder}/${file}`, [method])]),
      exportFrom(`./operations/${file}`, [descriptor, guard]),
      exportFrom(`./operations/${file}`, [request, result, errorCode, error], true),
    ];
  });
  return clientText([
    exportFrom(`./${client}`, ['Client', 'createClient', 'createConnection']),
    exportFrom(`./${client}`, ['ClientOptions', 'ConnectionOptions'], true),
    exportFrom('./endpoints.ts', ['endpoints', { name: 'Region', isTypeOnly: true }]),
    {
      kind: StructureKind.ExportDeclaration,
      isTypeOnly: true,
      namespaceExport: 'models',
      moduleSpecifier: './models.ts',
    },
    ...perOperation,
  ]);
}
