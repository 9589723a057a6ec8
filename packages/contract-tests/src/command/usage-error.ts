/** A wrong use of the command: said in one message, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Errors that say what to do differently; the gateway has a class of its own for them. */
export const isUsageError = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'UsageError';
