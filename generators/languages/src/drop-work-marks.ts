import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A remark at the end of a line by which a template's authors remind themselves of work. Spelt so that it does not match itself. */
const mark = /[ \t]*(?:#|\/\/)[ \t]*(?:TO[D]O|FIX[M]E|X{3})\b[^\n]*$/gm;

/** Leaves such remarks out of every file below a folder: they are about openapi-generator, and whoever keeps the client cannot act on them. */
export function dropWorkMarks(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    // One character for each byte, so that files that are no text pass unharmed.
    const text = readFileSync(path, 'latin1');
    const without = text.replaceAll(mark, '');
    if (without !== text) writeFileSync(path, without, 'latin1');
  }
}
