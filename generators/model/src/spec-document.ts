import { readFileSync, realpathSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { LineCounter, parseDocument, type Alias, type Document, type Node } from 'yaml';
import { findAliasTargets, type AliasTarget } from './alias-targets.ts';
import { DiagnosticError, type Location } from './diagnostics.ts';
import { yamlHint, yamlMessage } from './yaml-hints.ts';

/** Largest file read, in bytes: some 40,000 operations; larger input is a mistake or an attack. */
const maximumFileSize = 64 * 1024 * 1024;

/** A parsed YAML or JSON file that can tell the place of each of its nodes. */
export interface SpecDocument {
  /** Path as the user gave it, relative to the working directory: what diagnostics print. */
  readonly file: string;
  /** Absolute path with links resolved. */
  readonly path: string;
  readonly yaml: Document;
  /** Length of its text, in UTF-16 code units. */
  readonly length: number;
  locate(offset: number): Location;
  /** What an alias stands for. */
  resolve(alias: Alias): AliasTarget;
}

function fault(location: Location, message: string, expected: string, hint: string): DiagnosticError {
  return new DiagnosticError([{ ...location, message, expected, hint }]);
}

function readText(path: string, file: string): string {
  const start = { file, line: 1, column: 1 };
  try {
    const stat = statSync(path);
    const { size } = stat;
    // Reading a pipe or a device would wait for ever.
    if (!stat.isFile())
      throw fault(start, 'this is no file', 'a YAML or JSON file', 'give the path of a file');
    if (size > maximumFileSize) {
      throw fault(
        start,
        `the file has ${size} bytes`,
        `at most ${maximumFileSize}`,
        'split the spec by product',
      );
    }
    // The mark some editors write would shift the columns of the first line.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw fault(
      start,
      `the file cannot be read (${reason})`,
      'a readable YAML or JSON file',
      'check the path',
    );
  }
}

/** Deep nesting overflows the parser's stack; that must be a diagnostic like any other. */
function parse(text: string, lineCounter: LineCounter, file: string): Document {
  try {
    // Duplicate keys are found by SpecNode, with a Set: the parser compares each key with all before it.
    return parseDocument(text, { lineCounter, uniqueKeys: false, prettyErrors: false, version: '1.2' });
  } catch {
    const start = { file, line: 1, column: 1 };
    throw fault(
      start,
      'the file is nested too deeply to be read',
      'a few dozen levels',
      'use $ref for deep structures',
    );
  }
}

/**
 * Reads one YAML or JSON file.
 * @throws DiagnosticError when it is missing, too large or not well-formed.
 */
export function loadDocument(path: string): SpecDocument {
  const file = relative(process.cwd(), path) || path;
  const text = readText(path, file);
  const lineCounter = new LineCounter();
  const yaml = parse(text, lineCounter, file);
  const locate = (offset: number): Location => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  // Only the first: the others mostly follow from it.
  const [error] = yaml.errors;
  if (error !== undefined)
    throw fault(locate(error.pos[0]), yamlMessage(error), 'well-formed YAML', yamlHint(error.code));
  let targets: ReturnType<typeof findAliasTargets> | undefined;
  const resolve = (alias: Alias): AliasTarget => {
    targets ??= findAliasTargets(yaml);
    return targets.get(alias) ?? 'unknown';
  };
  return { file, path: realpathSync(path), yaml, length: text.length, locate, resolve };
}

/** Place of a node; the document's start when the node has none. */
export function locationOf(document: SpecDocument, node: Node | null | undefined): Location {
  return document.locate(node?.range?.[0] ?? 0);
}
