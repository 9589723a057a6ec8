import {
  docComment,
  emittedFile,
  StructureKind,
  type EmittedFile,
  type FileText,
  type MethodDeclarationStructure,
  type PropertySignatureStructure,
  type Statement,
} from '@swas/generator-kit';
import type { ApiModel, Operation } from '@swas/generator-model';
import { operationDocs } from './documentation.ts';
import { clientText, docs } from './header.ts';
import { importFrom, operationNames, RUNTIME_IMPORT } from './names.ts';

/** Which client to emit. */
export interface ClientKind {
  readonly path: string;
  /** Folder of the functions that its methods call. */
  readonly operations: 'operations' | 'validated';
}

/** The class with a method per operation, and what makes clients and connections. */
export function emitClient(model: ApiModel, { path, operations }: ClientKind): EmittedFile {
  const title = `${model.title} (${model.product}, version ${model.version})`;
  return emittedFile(path, print, model.operations, title, operations);
}

function print(operations: readonly Operation[], title: string, folder: ClientKind['operations']): FileText {
  return clientText([
    RUNTIME_IMPORT,
    importFrom('./endpoints.ts', ['endpoints', { name: 'Region', isTypeOnly: true }]),
    ...operations.map(({ methodName, fileName }) =>
      importFrom(`./${folder}/${fileName}.ts`, [{ name: methodName, alias: local(methodName) }]),
    ),
    ...operations.map((operation) => {
      const { request, result } = operationNames(operation);
      return importFrom(`./operations/${operation.fileName}.ts`, [request, result], true);
    }),
    optionsType('ClientOptions', 'Settings of a client.', `Omit<Runtime.ConnectionOptions, 'credentials'>`, [
      credentials,
    ]),
    optionsType('ConnectionOptions', 'Settings of a connection.', 'Runtime.ConnectionOptions', []),
    clientClass(operations, title),
    factory('createClient', 'Client', CLIENT),
    factory('createConnection', 'Runtime.Connection', CONNECTION),
  ]);
}

const CLIENT = {
  text: 'A client with a method for every operation.',
  options: 'ClientOptions',
  settings: '{ ...options, credentials: Runtime.resolveCredentials(options.credentials) }',
};

const CONNECTION = {
  text: 'A connection for the standalone functions, for programs that bundle only what they call. A function or an object with `getCredential()` is asked before every request; `resolveCredentials` makes of it, or of nothing, a function that keeps what it finds until it expires, as a client does.',
  options: 'ConnectionOptions',
  settings: 'options',
};

// An operation may be called like something else in this file, such as `endpoints`.
const local = (methodName: string): string => `${methodName}Call`;

const region = {
  name: 'region',
  isReadonly: true,
  hasQuestionToken: true,
  type: 'Region | (string & {}) | undefined',
  docs: docs(docComment('Region whose endpoint is called. Not needed with `endpoint`.')),
};

const credentials = {
  name: 'credentials',
  isReadonly: true,
  hasQuestionToken: true,
  type: 'Runtime.CredentialsProvider | undefined',
  docs: docs(
    docComment(
      'Keys, a function, or anything with `getCredential()`; default the environment, then where the official tools keep them.',
    ),
  ),
};

function optionsType(
  name: string,
  text: string,
  base: string,
  properties: PropertySignatureStructure[],
): Statement {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name,
    docs: docs(docComment(text)),
    extends: [base],
    properties: [region, ...properties],
  };
}

function clientClass(operations: readonly Operation[], title: string): Statement {
  return {
    kind: StructureKind.Class,
    isExported: true,
    name: 'Client',
    docs: docs(docComment(`Client of ${title}.`)),
    extends: 'Runtime.Connection',
    methods: operations.map(method),
  };
}

function method(operation: Operation): MethodDeclarationStructure {
  const { method: name, request, result } = operationNames(operation);
  return {
    name,
    docs: docs(operationDocs(operation)),
    parameters: [
      { name: 'request', type: request },
      { name: 'options', type: 'Runtime.CallOptions', hasQuestionToken: true },
    ],
    returnType: `Promise<${result}>`,
    statements: [{ returns: { callee: local(name), arguments: ['this', 'request', 'options'] } }],
  };
}

function factory(name: string, type: string, { text, options, settings }: typeof CLIENT): Statement {
  const throws = [
    '@throws {RangeError} for a region without endpoint',
    '@throws {TypeError} for a malformed endpoint',
    '@throws {CredentialsError} for malformed keys',
  ];
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    docs: docs(`${docComment(text)}\n\n${throws.join('\n')}`),
    parameters: [{ name: 'options', type: options }],
    returnType: type,
    statements: [{ returns: { callee: `new ${type}`, arguments: [settings, 'endpoints'] } }],
  };
}
