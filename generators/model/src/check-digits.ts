import type { Reader } from './reader.ts';
import type { SpecNode } from './spec-node.ts';

/** Whether the number is the whole number in the file. A power of ten (`1e30`) is rounded by whoever writes it so. */
function keepsDigits(value: number, source: string): boolean {
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return true;
  const digits = /^[-+]?(\d+)$/.exec(source)?.[1];
  return digits === undefined || BigInt(digits) === BigInt(Math.abs(value));
}

/** Reports a whole number of which JavaScript keeps other digits than the file has: an id would become that of something else. */
export function checkDigits(reader: Reader, node: SpecNode, value: unknown): void {
  if (typeof value !== 'number' || keepsDigits(value, node.source)) return;
  reader.report(
    node.location,
    `the whole number \`${node.source}\` would become ${BigInt(value)}`,
    `a number that JavaScript keeps exactly, as all to ${Number.MAX_SAFE_INTEGER} are`,
    'leave a limit out that no number reaches; for values with so many digits use `type: string`, in quotes',
  );
}
