import { docComment, type EmittedFile, type Statement } from '@swas/generator-kit';
import type { ApiModel, Operation } from '@swas/generator-model';
import { StructureKind, type MethodDeclarationStructure, type OptionalKind } from 'ts-morph';
import { operationDocs } from './documentation.ts';
import { docs, emittedFile } from './header.ts';
import { operationNames, RUNTIME_IMPORT } from './names.ts';

/** Which client to emit. */
export interface ClientKind {
  readonly path: string;
  /** Folder of the functions that its methods call. */
  readonly operations: 'operations' | 'validated';
}

/** The class with a method per operation, and what makes clients and connections. */
export function emitClient(model: ApiModel, kind: ClientKind): EmittedFile {
  const imports = model.operations.map(
    ({ methodName, fileName }) =>
      `import { ${methodName} as ${local(methodName)} } from './${kind.operations}/${fileName}.ts';`,
  );
  const types = model.operations.map((operation) => {
    const { request, result } = operationNames(operation);
    return `import type { ${request}, ${result} } from './operations/${operation.fileName}.ts';`;
  });
  return emittedFile(kind.path, [
    RUNTIME_IMPORT,
    `import { endpoints, type Region } from './endpoints.ts';`,
    ...imports,
    ...types,
    options,
    clientClass(model),
    factory('createClient', 'Client', 'A client with a method for every operation.'),
    factory('createConnection', 'Runtime.Connection', CONNECTION_TEXT),
  ]);
}

const CONNECTION_TEXT =
  'A connection for the standalone functions, for programs that bundle only the operations they call.';

// An operation may be called like something else in this file, such as `endpoints`.
const local = (methodName: string): string => `${methodName}Call`;

const options: Statement = {
  kind: StructureKind.Interface,
  isExported: true,
  name: 'ClientOptions',
  docs: docs(docComment('Settings of a client.')),
  extends: ['Runtime.ConnectionOptions'],
  properties: [
    {
      name: 'region',
      isReadonly: true,
      hasQuestionToken: true,
      type: 'Region | (string & {}) | undefined',
      docs: docs(docComment('Region whose endpoint is called. Not needed with `endpoint`.')),
    },
  ],
};

function clientClass(model: ApiModel): Statement {
  return {
    kind: StructureKind.Class,
    isExported: true,
    name: 'Client',
    docs: docs(docComment(`Client of ${model.title} (${model.product}, version ${model.version}).`)),
    extends: 'Runtime.Connection',
    methods: model.operations.map(method),
  };
}

function method(operation: Operation): OptionalKind<MethodDeclarationStructure> {
  const { method: name, request, result } = operationNames(operation);
  return {
    name,
    docs: docs(operationDocs(operation)),
    parameters: [
      { name: 'request', type: request },
      { name: 'options', type: 'Runtime.CallOptions', hasQuestionToken: true },
    ],
    returnType: `Promise<${result}>`,
    statements: [`return ${local(name)}(this, request, options);`],
  };
}

function factory(name: string, type: string, text: string): Statement {
  const throws =
    '@throws {RangeError} for a region without endpoint\n@throws {TypeError} for a malformed endpoint';
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    docs: docs(`${docComment(text)}\n\n${throws}`),
    parameters: [{ name: 'options', type: 'ClientOptions' }],
    returnType: type,
    statements: [`return new ${type}(options, endpoints);`],
  };
}
