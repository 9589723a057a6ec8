import { ServiceError } from './errors.ts';

/** Whether an error is the server's answer to `operation` with one of `codes`. */
export function isServiceError<Code extends string>(
  error: unknown,
  operation: string,
  codes: readonly Code[],
): error is ServiceError<Code> {
  return error instanceof ServiceError && error.operation === operation && codes.includes(error.code as Code);
}
