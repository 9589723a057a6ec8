import { ConnectionError, type FailureDetails, type ServiceError } from '../errors/errors.ts';
import type { OperationDescriptor } from './operation.ts';

/** Ms of the first wait's upper bound, halved; doubled with each attempt. */
const BASE_DELAY = 100;
/** Ms that no wait of our own exceeds. */
const MAX_DELAY = 20_000;

// Refused before anything happened: by flow control, or because the first request with this token is still running.
const refused = /^(Throttling|LastTokenProcessing)/;
// Neither a malformed answer nor a certificate gets better by asking again.
const lasting = /^(HPE_|ERR_)|CERT|SIGN/;

/**
 * Ms to wait before the next attempt, endless when there should be none: what the server asks for, and on top of it
 * random up to an exponential bound, because all that it refused at once were asked for the same.
 *
 * Sent again is only where that can help and cannot do harm: what was certainly not carried out may always be repeated,
 * the rest only if the operation changes nothing or has a parameter that makes repeating harmless.
 */
export function retryDelay(
  error: unknown,
  [, , , idempotencyParameter, , readOnly]: OperationDescriptor,
  maxAttempts: number,
): number {
  const { attempts, status, code, cause, mayHaveBeenSent, retryAfter } = error as FailureDetails &
    Pick<ServiceError, 'status' | 'code'>;
  const isHarmless = readOnly || idempotencyParameter || mayHaveBeenSent === false;
  const isRetryable =
    status === 429 ||
    refused.test(code) ||
    (isHarmless &&
      (status >= 500 ||
        // The cause is whatever a transport threw.
        (error instanceof ConnectionError && !lasting.test(`${(cause as { code?: string })?.code}`))));
  return isRetryable && attempts < maxAttempts
    ? (retryAfter ?? 0) + Math.random() * Math.min(MAX_DELAY, BASE_DELAY * 2 ** attempts)
    : Infinity;
}
