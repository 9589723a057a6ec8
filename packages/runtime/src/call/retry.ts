import { CallError, ConnectionError, ServiceError } from '../errors/errors.ts';
import type { OperationDescriptor } from './operation.ts';

/** Ms of the first wait's upper bound, doubled with each attempt. */
const BASE_DELAY = 200;
/** Ms that no wait of our own exceeds. */
const MAX_DELAY = 20_000;

// Refused before anything happened: by flow control, or because the first request with this token is still running.
const refused = /^(Throttling|LastTokenProcessing)/;
// Neither a malformed answer nor a certificate gets better by asking again.
const lasting = /^(HPE_|ERR_)|CERT|SIGNED/;

/**
 * Whether sending again can help and cannot do harm: what was certainly not carried out may always be repeated, the
 * rest only if the operation changes nothing or has a parameter that makes repeating harmless.
 */
export function isRetryable(error: unknown, operation: OperationDescriptor): error is CallError {
  const repeatable = operation.readOnly || operation.idempotencyParameter !== undefined;
  if (error instanceof ConnectionError) {
    const { code } = Object(Object(error.cause).cause ?? error.cause) as { code?: unknown };
    return !lasting.test(String(code)) && (repeatable || !error.mayHaveBeenSent);
  }
  if (!(error instanceof CallError)) return false;
  if (error.status === 429 || (error instanceof ServiceError && refused.test(error.code))) return true;
  return repeatable && error.status! >= 500;
}

/** Ms to wait after failed attempt number `attempt`: random up to an exponential bound, but at least what the server asks for. */
export function retryDelay(error: CallError, attempt: number): number {
  const bound = Math.min(MAX_DELAY, BASE_DELAY * 2 ** (attempt - 1));
  return Math.max(error.retryAfter ?? 0, Math.random() * bound);
}
