import { randomFillSync } from 'node:crypto';

const size = 16;
/** Random bytes for many ids at once: asking the system for each would cost more than the rest. */
const pool = Buffer.alloc(256 * size);
let used = pool.length;

const digits: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).toUpperCase().padStart(2, '0'),
);

/** A new request id in the documented form: a random UUID (RFC 9562, version 4) in upper case. */
export function newRequestId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const start = used;
  used += size;
  pool[start + 6] = ((pool[start + 6] ?? 0) & 0x0f) | 0x40;
  pool[start + 8] = ((pool[start + 8] ?? 0) & 0x3f) | 0x80;
  return `${hex(start, 4)}-${hex(start + 4, 2)}-${hex(start + 6, 2)}-${hex(start + 8, 2)}-${hex(start + 10, 6)}`;
}

function hex(start: number, count: number): string {
  let text = '';
  for (let index = start; index < start + count; index += 1) text += digits[pool[index] ?? 0] ?? '';
  return text;
}
