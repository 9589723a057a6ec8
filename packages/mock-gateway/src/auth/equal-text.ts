import { timingSafeEqual } from 'node:crypto';

/** Compares a sent signature with the right one in time that does not tell how much of it was right. */
export function equalText(sent: string, right: string): boolean {
  const sentBytes = Buffer.from(sent);
  const rightBytes = Buffer.from(right);
  return sentBytes.length === rightBytes.length && timingSafeEqual(sentBytes, rightBytes);
}
