/** A wrong use of the command: said in one message, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
