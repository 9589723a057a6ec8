import type { Credentials } from '../credentials/types.ts';
import { ResponseError, ServiceError, type CallError } from '../errors/errors.ts';
import type { TransportResponse } from '../transport/transport.ts';
import type { OperationDescriptor, ValueType } from './operation.ts';
import { parseFields, parseObject, type Body } from './parse-body.ts';
import { retryAfter } from './retry-after.ts';

/** Characters of a body that an error keeps. */
const MAX_ERROR_TEXT = 2048;

/** The result of a call, or `undefined` when the answer is not what the spec promises for success. */
export function readResult({ required }: OperationDescriptor, response: TransportResponse): Body | undefined {
  const { status, truncated, text } = response;
  const body = status >= 200 && status < 300 && !truncated ? parseObject(text) : undefined;
  return body && Object.keys(required).every((name) => isOfType(body[name], required[name]!))
    ? body
    : undefined;
}

const isOfType = (value: unknown, type: ValueType): boolean =>
  type === 'any' ? value !== undefined : type === (Array.isArray(value) ? 'array' : typeof value);

/**
 * The error that an answer means.
 *
 * @param keys hold secrets that no error may hold, should the server echo them
 */
export function answerError(
  { name: operation, required }: OperationDescriptor,
  { status, headers, text: body, truncated }: TransportResponse,
  attempts: number,
  { accessKeySecret, securityToken }: Credentials,
): CallError {
  const text = body.replaceAll(accessKeySecret, '***').replaceAll(securityToken || accessKeySecret, '***');
  const fields = parseFields(text);
  const field = (name: string) => (typeof fields[name] === 'string' ? fields[name] : undefined);
  const code = status < 300 ? undefined : field('Code');
  const details = {
    operation,
    attempts,
    status,
    code,
    requestId: field('RequestId') ?? headers['x-acs-request-id'],
    hostId: field('HostId'),
    recommend: field('Recommend'),
    retryAfter: retryAfter(headers),
    text: text.slice(0, MAX_ERROR_TEXT),
  };
  const expected = `not the JSON object with ${Object.keys(required).join(', ')} that is documented`;
  const problem = code
    ? `${code}: ${field('Message')}`
    : truncated
      ? 'body too long'
      : status < 300
        ? expected
        : `without a Code, location: ${headers['location']}`;
  const Kind = code ? ServiceError : ResponseError;
  return new Kind(`${status} ${problem} (RequestId: ${details.requestId})`, details);
}
