import { timingSafeEqual } from 'node:crypto';

/** Compares a sent signature with the right one's bytes in time that does not tell how much of it was right. */
export function equalDigest(sentHexadecimal: string, right: Buffer): boolean {
  const sent = Buffer.from(sentHexadecimal, 'hex');
  return sent.length === right.length && timingSafeEqual(sent, right);
}

/** Compares texts in such a time, too. */
export function equalText(sent: string, right: string): boolean {
  const sentBytes = Buffer.from(sent);
  const rightBytes = Buffer.from(right);
  return sentBytes.length === rightBytes.length && timingSafeEqual(sentBytes, rightBytes);
}
