import type { Credentials } from '../credentials/types.ts';
import { ResponseError, ServiceError } from '../errors/errors.ts';
import type { TransportResponse } from '../transport/transport.ts';
import type { Progress } from './progress.ts';
import type { OperationDescriptor, ValueType } from './operation.ts';
import { parseObject, parseXml, type Body } from './parse-body.ts';
import { retryAfter } from './retry-after.ts';

/** Characters of a body, or of a text in it, that an error keeps. */
const MAX_ERROR_TEXT = 2048;

/**
 * The result in an answer.
 *
 * @param keys hold secrets that no error may hold, should the server echo them
 * @throws ServiceError for an answer with a Code, ResponseError for one that breaks the spec
 */
export function readAnswer(
  [, , required]: OperationDescriptor,
  response: TransportResponse,
  progress: Progress,
  { accessKeySecret, securityToken }: Credentials,
): object {
  const { status, text, truncated } = response;
  const isSuccess = status < 300;
  const names = Object.keys(required);
  const body = parseObject(text);
  if (isSuccess && !truncated && body && names.every((name) => isOfType(body[name], required[name]!)))
    return body;

  // Node collects headers when they are first read, which a success does not need.
  const { headers } = response;
  const hide = (shown: string) =>
    shown.replaceAll(accessKeySecret, '***').replaceAll(securityToken || accessKeySecret, '***');
  // Some servers write `\/` or `\u003d` in JSON, and a secret escaped like that is one still.
  const unescaped = JSON.stringify(body) ?? text;
  const safe = hide(hide(unescaped) === unescaped ? text : unescaped);
  const fields: Body = { ...headers, ...(body ?? parseXml(text)) };
  const field = (name: string) =>
    typeof fields[name] === 'string' ? hide(fields[name]).slice(0, MAX_ERROR_TEXT) : undefined;
  const wait = retryAfter(headers);
  // Only now, because what a transport of the caller's answers may be no answer at all.
  progress.phase = 'body';
  progress.mayHaveBeenSent = true;
  const code = isSuccess ? undefined : field('Code');
  const requestId = field('RequestId') ?? field('x-acs-request-id');
  const problem = code
    ? `${code}: ${field('Message')}`
    : truncated
      ? 'too long'
      : `not the JSON object with ${isSuccess ? names.join(', ') : `Code, location: ${field('location')}`}`;
  throw new (code ? ServiceError : ResponseError)(`${status} ${problem} (RequestId: ${requestId})`, {
    ...progress,
    status,
    code,
    requestId,
    hostId: field('HostId'),
    recommend: field('Recommend'),
    retryAfter: wait,
    text: safe.slice(0, MAX_ERROR_TEXT),
  });
}

const isOfType = (value: unknown, type: ValueType): boolean =>
  type === 'any' ? value !== undefined : type === (Array.isArray(value) ? 'array' : typeof value);
