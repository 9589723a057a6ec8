import { join } from 'node:path';
import { expect, it } from 'vitest';
import { faultsOf, writeFolder, type Files } from './load.ts';

/** Marks the place where a fault must be reported; it is taken out before the file is read. */
const mark = '‸';

/** A broken spec with what must be said about it. */
export interface FaultCase {
  readonly name: string;
  /** The spec, with `‸` at the place of the fault (or in another file). */
  readonly spec: string;
  readonly files?: Files;
  readonly message: string;
  readonly expected: string;
  readonly hint: string;
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function placeOfMark(files: Files): Place {
  for (const [file, text] of Object.entries(files)) {
    const before = text.split(mark)[0] ?? '';
    if (before === text) continue;
    const lines = before.split('\n');
    return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  }
  throw new Error('No file holds the mark.');
}

/** One test per case: exactly one fault, at exactly the marked place, with exactly these words. */
export function itReports(cases: readonly FaultCase[]): void {
  it.each(cases)('$name', ({ spec, files, message, expected, hint }) => {
    const marked: Files = { 'openapi.yaml': spec, ...files };
    const clean = Object.fromEntries(
      Object.entries(marked).map(([path, text]) => [path, text.replaceAll(mark, '')]),
    );
    const faults = faultsOf(join(writeFolder(clean), 'openapi.yaml'));
    expect(faults).toEqual([{ ...placeOfMark(marked), message, expected, hint }]);
  });
}
