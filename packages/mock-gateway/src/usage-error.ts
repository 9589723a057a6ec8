/** The gateway was started or controlled in a way that makes no sense; the message says how to mend it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
