import { CallError, ConnectionError, type ServiceError } from '../errors/errors.ts';
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
 * Ms to wait before the next attempt, endless when there should be none: random up to an exponential bound, but at least
 * what the server asks for.
 */
export function retryDelay(error: unknown, operation: OperationDescriptor, maxAttempts: number): number {
  if (!(error instanceof CallError && error.attempts < maxAttempts && isRetryable(error, operation)))
    return Infinity;
  const bound = Math.min(MAX_DELAY, BASE_DELAY * 2 ** (error.attempts - 1));
  return Math.max(error.retryAfter ?? 0, Math.random() * bound);
}

/**
 * Whether sending again can help and cannot do harm: what was certainly not carried out may always be repeated, the
 * rest only if the operation changes nothing or has a parameter that makes repeating harmless.
 */
function isRetryable(error: CallError, { readOnly, idempotencyParameter }: OperationDescriptor): boolean {
  const { status, code, cause, mayHaveBeenSent } = error as ServiceError & ConnectionError;
  const isBroken =
    error instanceof ConnectionError && !lasting.test((cause as { code?: string })?.code ?? '');
  return (
    status === 429 ||
    refused.test(code) ||
    (!!(readOnly || idempotencyParameter || mayHaveBeenSent === false) && (status >= 500 || isBroken))
  );
}
