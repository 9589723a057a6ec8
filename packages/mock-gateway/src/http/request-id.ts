import { randomUUID } from 'node:crypto';

/** A new request id in the documented form: a UUID in upper case. */
export function newRequestId(): string {
  return randomUUID().toUpperCase();
}
