import type { Location } from './diagnostics.ts';
import type { Reader } from './reader.ts';
import type { SpecNode } from './spec-node.ts';

/** Whether the number is the whole number in the file. A power of ten (`1e30`) is rounded by whoever writes it so. */
function keepsDigits(value: number, source: string): boolean {
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return true;
  const digits = /^[-+]?(\d+)$/.exec(source)?.[1];
  return digits === undefined || BigInt(digits) === BigInt(Math.abs(value));
}

function report(reader: Reader, location: Location, source: string, value: number): void {
  reader.report(
    location,
    `the whole number \`${source}\` would become ${BigInt(value)}`,
    `a number that JavaScript keeps exactly, as all to ${Number.MAX_SAFE_INTEGER} are`,
    'leave a limit out that no number reaches; for values with so many digits use `type: string`, in quotes',
  );
}

/** Reports a whole number of which JavaScript keeps other digits than the file has: an id would become that of something else. */
export function checkDigits(reader: Reader, node: SpecNode, value: unknown): void {
  if (typeof value !== 'number' || keepsDigits(value, node.source)) return;
  report(reader, node.location, node.source, value);
}

/** A text, in which digits are no number, or a whole number that may be too large; no part of a fraction or an exponent. */
const textOrNumber = /"(?:[^"\\]|\\.)*"|(?<![\w.-])-?\d{16,}(?![\d.eE])/gs;

/**
 * The same for JSON inside a text of the file, at the place of each such number.
 * @param from where the JSON begins in the text
 */
export function checkDigitsInText(reader: Reader, node: SpecNode, text: string, from = 0): void {
  for (const { 0: source, index } of text.slice(from).matchAll(textOrNumber)) {
    const value = Number(source);
    if (source.startsWith('"') || keepsDigits(value, source)) continue;
    report(reader, node.placeOf(source, occurrencesBefore(text, source, from + index)), source, value);
  }
}

function occurrencesBefore(text: string, part: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && at < end; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}
