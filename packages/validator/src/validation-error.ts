import type { Issue } from './issue.ts';

/** Thrown by `assert`. The message names every issue; none of them holds a token's value. */
export class ValidationError extends TypeError {
  override readonly name = 'ValidationError';
  readonly issues: readonly Issue[];

  constructor(operation: string, issues: readonly Issue[]) {
    super(`Invalid ${operation} request: ${issues.map(({ message }) => message).join(' ')}`);
    this.issues = issues;
  }
}
