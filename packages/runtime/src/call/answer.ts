import type { Credentials } from '../credentials/types.ts';
import { ResponseError, ServiceError } from '../errors/errors.ts';
import type { TransportResponse } from '../transport/transport.ts';
import type { OperationDescriptor, ValueType } from './operation.ts';
import { parseFields, parseObject } from './parse-body.ts';
import { retryAfter } from './retry-after.ts';

/** Characters of a body that an error keeps. */
const MAX_ERROR_TEXT = 2048;

/**
 * The result in an answer.
 *
 * @param keys hold secrets that no error may hold, should the server echo them
 * @throws ServiceError for an answer with a Code, ResponseError for one that breaks the spec
 */
export function readAnswer(
  { name, required }: OperationDescriptor,
  { status, headers, text, truncated }: TransportResponse,
  attempts: number,
  { accessKeySecret, securityToken }: Credentials,
): object {
  const isSuccess = status < 300;
  const names = Object.keys(required);
  const result = isSuccess && !truncated && parseObject(text);
  if (result && names.every((property) => isOfType(result[property], required[property]!))) return result;

  const safe = text.replaceAll(accessKeySecret, '***').replaceAll(securityToken || accessKeySecret, '***');
  const fields = parseFields(safe);
  const field = (property: string) => (typeof fields[property] === 'string' ? fields[property] : undefined);
  const code = isSuccess ? undefined : field('Code');
  const problem = code
    ? `${code}: ${field('Message')}`
    : truncated
      ? 'body too long'
      : isSuccess
        ? `not the JSON object with ${names.join(', ')} that is documented`
        : `without a Code, location: ${headers['location']}`;
  const requestId = field('RequestId') ?? headers['x-acs-request-id'];
  throw new (code ? ServiceError : ResponseError)(`${status} ${problem} (RequestId: ${requestId})`, {
    operation: name,
    attempts,
    status,
    code,
    requestId,
    hostId: field('HostId'),
    recommend: field('Recommend'),
    retryAfter: retryAfter(headers),
    text: safe.slice(0, MAX_ERROR_TEXT),
  });
}

const isOfType = (value: unknown, type: ValueType): boolean =>
  type === 'any' ? value !== undefined : type === (Array.isArray(value) ? 'array' : typeof value);
