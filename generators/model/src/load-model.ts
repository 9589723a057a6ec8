import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ApiModel } from './api-model.ts';
import { checkCircles } from './check-circles.ts';
import { checkRequests } from './check-requests.ts';
import { checkSizes } from './check-sizes.ts';
import type { Context } from './context.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { LoadMemory } from './load-memory.ts';
import { OperationNamer } from './operation-namer.ts';
import type { PathReading } from './path-memory.ts';
import { Reader } from './reader.ts';
import { readGatewayErrors } from './read-gateway-errors.ts';
import { checkUnused, readInfo } from './read-info.ts';
import { readPaths } from './read-paths.ts';
import { readSchema } from './read-schema.ts';
import { readServers, serverVariables } from './read-servers.ts';
import { readPages } from './read-source.ts';
import { describesSpec, readWorkflows } from './read-workflows.ts';
import { Repeats } from './repeats.ts';
import { SchemaRegistry } from './schema-registry.ts';
import type { SpecNode } from './spec-node.ts';
import { ValueChecks } from './value-checks.ts';
import { keySet } from './key-set.ts';

const rootKeys = keySet(
  'openapi info servers tags paths components security externalDocs ' +
    'x-acs-product x-acs-version x-pages x-acs-gateway-errors',
);

/** Name of the workflows file that belongs to a spec in the same folder. */
const workflowsFileName = 'workflows.arazzo.yaml';

/** Options of `loadModel` and `loadSpec`. */
export interface LoadOptions {
  /** Path of the Arazzo file. Without it `workflows.arazzo.yaml` beside the spec is read if it describes this spec. */
  readonly workflows?: string;
  /** What a former load of the same spec has left. */
  readonly memory?: LoadMemory;
}

/** A model with the files that it came from. */
export interface LoadedSpec {
  readonly model: ApiModel;
  /** Absolute paths of every file read: what a watcher watches. */
  readonly files: readonly string[];
  /** Faults that are no reason not to use the model: what is wrong is left out of it. */
  readonly warnings: readonly Diagnostic[];
}

/** Reads a spec and its workflows. @throws DiagnosticError with every fault found. */
export function loadModel(specPath: string, options: LoadOptions = {}): ApiModel {
  return loadSpec(specPath, options).model;
}

/** Like `loadModel`, and tells which files were read. @throws DiagnosticError with every fault found. */
export function loadSpec(specPath: string, options: LoadOptions = {}): LoadedSpec {
  const path = resolve(specPath);
  const { memory } = options;
  if (memory === undefined) return readSpec(new Reader(), path, options);
  return memory.attempt((reader) => readSpec(reader, path, options));
}

function readSpec(reader: Reader, path: string, options: LoadOptions): LoadedSpec {
  const root = reader.open(path);
  checkRoot(reader, root);
  checkUnused(reader, root);
  const paths = options.memory?.paths.begin(root);
  const model = readModel(reader, root, workflowsRoot(reader, path, options), paths);
  reader.finish();
  if (paths !== undefined) options.memory?.paths.add(reader, paths);
  return { model, files: reader.files, warnings: reader.warnings };
}

function checkRoot(reader: Reader, root: SpecNode): void {
  if (!root.isMap()) {
    reader.report(
      root.location,
      'the file holds no mapping',
      'an OpenAPI 3.1 document',
      'start with `openapi: 3.1.0`',
    );
    reader.finish();
  }
  reader.checkKeys(root, 'the spec', rootKeys, { webhooks: 'the gateway calls nobody back: remove it' });
  const version = root.get('openapi');
  if (version === undefined || !/^3\.1\.\d+$/.test(String(version.scalar()))) {
    reader.report(
      (version ?? root).location,
      '`openapi` is no 3.1 version',
      '`openapi: 3.1.0`',
      'write or upgrade the spec as OpenAPI 3.1',
    );
  }
}

/** A file found by its name alone must name this spec as its source: another spec of the folder may own it. */
function workflowsRoot(reader: Reader, specPath: string, options: LoadOptions): SpecNode | undefined {
  if (options.workflows !== undefined) return reader.open(resolve(options.workflows));
  const path = join(dirname(specPath), workflowsFileName);
  if (!existsSync(path)) return undefined;
  const root = reader.open(path);
  return describesSpec(root, specPath) ? root : undefined;
}

function requiredText(reader: Reader, root: SpecNode, key: string, example: string): string {
  const node = root.get(key);
  const text = node?.string(`\`${key}\``);
  if (node !== undefined && text !== undefined && !/^[A-Za-z0-9_.-]{1,60}$/.test(text)) {
    const expected = '1 to 60 letters, digits, `_`, `-` or `.`';
    reader.report(node.location, `\`${key}\` is \`${text}\``, expected, `correct it: ${key}: ${example}`);
  }
  if (node !== undefined) return text ?? '';
  reader.report(
    root.location,
    `the spec has no \`${key}\``,
    'what the gateway expects on the wire',
    `add \`${key}: ${example}\``,
  );
  return '';
}

function readModel(
  reader: Reader,
  root: SpecNode,
  workflowsNode: SpecNode | undefined,
  paths: PathReading | undefined,
): ApiModel {
  const servers = readServers(reader, root);
  const names = paths?.names ?? new OperationNamer();
  const pages = readPages(reader, root);
  const context: Context = {
    reader,
    names,
    pages,
    serverVariables: serverVariables(servers),
    schemas: new SchemaRegistry(names, reader.trace),
    values: new ValueChecks(),
    paths,
    parameters: new Repeats(reader),
    responses: new Map(),
  };
  const operations = readPaths(context, root);
  const schemas = context.schemas.readAll((node) => readSchema(context, node));
  context.values.settle(context);
  checkCircles(reader, context.schemas, schemas);
  checkSizes(reader, root, operations, schemas);
  checkRequests(reader, root, operations, schemas);
  const workflows = readWorkflows(context, operations, workflowsNode);
  return {
    ...readInfo(reader, root),
    product: requiredText(reader, root, 'x-acs-product', 'swas-open'),
    version: requiredText(reader, root, 'x-acs-version', "'2020-06-01'"),
    pages: [...pages.values()],
    servers,
    operations,
    schemas,
    gatewayErrors: readGatewayErrors(context, root),
    ...workflows,
    lines: Object.fromEntries(reader.lines),
  };
}
