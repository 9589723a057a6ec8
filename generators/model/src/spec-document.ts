import { readFileSync, realpathSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import type { Document } from 'yaml';
import { DiagnosticError, type Location } from './diagnostics.ts';
import { fromLibrary } from './syntax/from-library.ts';
import { TooDeep } from './syntax/cursor.ts';
import { library } from './syntax/library.ts';
import { lineStartsOf, placeOf } from './syntax/places.ts';
import { readQuickly } from './syntax/quick-yaml.ts';
import { rereadQuickly } from './syntax/reread.ts';
import type { SyntaxTree } from './syntax/syntax-tree.ts';
import { TooManyNodes } from './syntax/tree-builder.ts';
import { yamlHint, yamlMessage } from './yaml-hints.ts';

/** Largest file read, in bytes: some 40,000 operations; larger input is a mistake or an attack. */
const maximumFileSize = 64 * 1024 * 1024;

/** A parsed YAML or JSON file that can tell the place of each of its nodes. */
export interface SpecDocument {
  /** Path as the user gave it, relative to the working directory: what diagnostics print. */
  readonly file: string;
  /** Absolute path with links resolved. */
  readonly path: string;
  readonly tree: SyntaxTree;
  /** Length of its text, in UTF-16 code units. */
  readonly length: number;
  locate(offset: number): Location;
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
    // The mark some editors write would shift the columns of the first line. Line ends of either kind mean the same in YAML and JSON.
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
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

const tooDeep = (location: Location): DiagnosticError =>
  fault(
    location,
    'the file is nested too deeply to be read',
    'a few dozen levels',
    'use $ref for deep structures',
  );

/** Deep nesting overflows the parser's stack; that must be a diagnostic like any other. */
function withinStack<Result>(file: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof TooManyNodes) throw error;
    throw tooDeep({ file, line: 1, column: 1 });
  }
}

// Duplicate keys are found by TreeBuilder, by number: the parser compares each key with all before it.
const parse = (text: string): Document.Parsed =>
  library().parseDocument(text, { uniqueKeys: false, prettyErrors: false, version: '1.2' });

/** Largest text given to the library, in characters: it takes a thousand times as much memory as the quick reader. */
const maximumForLibrary = 8 * 1024 * 1024;

/** What the quick reader does not read, the library does, and says what is wrong with it. */
function readByLibrary(text: string, file: string, locate: SpecDocument['locate']): SyntaxTree {
  if (text.length > maximumForLibrary) {
    const hint =
      'write it without tabs, anchors, tags and marks between documents, or split the spec by product';
    const expected = `plain block or bracket style in files of more than ${maximumForLibrary} characters`;
    throw fault(
      { file, line: 1, column: 1 },
      'the file is too large for what it uses of YAML',
      expected,
      hint,
    );
  }
  const yaml = withinStack(file, () => parse(text));
  // Only the first: the others mostly follow from it.
  const [error] = yaml.errors;
  if (error !== undefined)
    throw fault(locate(error.pos[0]), yamlMessage(error), 'well-formed YAML', yamlHint(error.code));
  return withinStack(file, () => fromLibrary(yaml, text));
}

function parseText(text: string, file: string, locate: SpecDocument['locate']): SyntaxTree {
  try {
    return readQuickly(text) ?? readByLibrary(text, file, locate);
  } catch (error) {
    if (error instanceof TooDeep) throw tooDeep(locate(error.offset));
    if (!(error instanceof TooManyNodes)) throw error;
    const start = { file, line: 1, column: 1 };
    throw fault(start, 'the file holds too many values', 'some ten million', 'split the spec by product');
  }
}

/** The tree of a text, made from that of its former state where that is less work. */
function treeOf(text: string, file: string, locate: SpecDocument['locate'], former?: SyntaxTree): SyntaxTree {
  if (former === undefined) return parseText(text, file, locate);
  return former.parts.text === text ? former : (rereadQuickly(former, text) ?? parseText(text, file, locate));
}

/**
 * Reads one YAML or JSON file.
 * @param former the same file as it was read before.
 * @throws DiagnosticError when it is missing, too large or not well-formed.
 */
export function loadDocument(path: string, former?: SpecDocument): SpecDocument {
  const file = relative(process.cwd(), path) || path;
  const text = readText(path, file);
  let lineStarts: readonly number[] | undefined;
  const locate = (offset: number): Location => {
    lineStarts ??= lineStartsOf(text);
    return { file, ...placeOf(lineStarts, offset) };
  };
  const tree = treeOf(text, file, locate, former?.tree);
  return { file, path: realpathSync(path), tree, length: text.length, locate };
}

/** Whether a file still holds what was read of it. */
export function isAsRead({ path, file, tree }: SpecDocument): boolean {
  try {
    return readText(path, file) === tree.parts.text;
  } catch {
    return false;
  }
}
