import { timingSafeEqual } from 'node:crypto';

const digits = 64;
const sentDigits = Buffer.alloc(digits);
const rightDigits = Buffer.alloc(digits);

/**
 * Compares a sent signature with the right one, both 64 hexadecimal digits, in time that does not tell how much of it was right. In
 * memory of its own: comparing is synchronous, and two new buffers cost more than all the rest of it.
 */
export function equalDigits(sent: string, right: string): boolean {
  if (sent.length !== digits || right.length !== digits) return false;
  sentDigits.write(sent, 'latin1');
  rightDigits.write(right, 'latin1');
  return timingSafeEqual(sentDigits, rightDigits);
}

/** Compares texts of any length in such a time, too. */
export function equalText(sent: string, right: string): boolean {
  const sentBytes = Buffer.from(sent);
  const rightBytes = Buffer.from(right);
  return sentBytes.length === rightBytes.length && timingSafeEqual(sentBytes, rightBytes);
}
