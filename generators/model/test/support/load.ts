import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  DiagnosticError,
  loadModel,
  type ApiModel,
  type Diagnostic,
  type Operation,
  type Parameter,
  type Schema,
} from '../../src/index.ts';

/** Files by path; the spec is called `openapi.yaml`. */
export type Files = Readonly<Record<string, string>>;

/** Writes files into a new folder that goes when the test ends. Answers its path. */
export function writeFolder(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'model-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Loads a spec given as text, with other files beside it. */
export function load(spec: string, others: Files = {}): ApiModel {
  return loadModel(join(writeFolder({ 'openapi.yaml': spec, ...others }), 'openapi.yaml'));
}

/** What loading a broken file throws. */
export function errorOf(path: string): DiagnosticError {
  try {
    loadModel(path);
  } catch (error) {
    if (error instanceof DiagnosticError) return error;
    throw error;
  }
  return new DiagnosticError([]);
}

/** The faults that loading a file reports; none when it loads. Files are named relative to its folder. */
export function faultsOf(path: string): readonly Diagnostic[] {
  const folder = relative(process.cwd(), dirname(path));
  return errorOf(path).diagnostics.map((fault) => ({ ...fault, file: relative(folder, fault.file) }));
}

/** The only operation of a spec. */
export function loadOperation(spec: string, others: Files = {}): Operation {
  const [operation, ...rest] = load(spec, others).operations;
  if (operation === undefined || rest.length > 0)
    throw new Error('The spec holds not exactly one operation.');
  return operation;
}

/** The only parameter of a spec's only operation. */
export function loadParameter(spec: string): Parameter {
  const [parameter, ...rest] = loadOperation(spec).parameters;
  if (parameter === undefined || rest.length > 0)
    throw new Error('The operation has not exactly one parameter.');
  return parameter;
}

/** The schema that an `answerSpec` is about. */
export function loadAnswer(spec: string): Schema {
  return answerOf(load(spec));
}

/** The same of its model. */
export function answerOf({ operations: [operation] }: ApiModel): Schema {
  const result = operation?.result;
  const [value] = result?.kind === 'object' ? result.properties : [];
  if (value === undefined) throw new Error('The answer is no object with a property.');
  return value.schema;
}
