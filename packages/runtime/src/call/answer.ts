import { ResponseError, ServiceError, type FailureDetails } from '../errors/errors.ts';
import type { TransportResponse } from '../transport/transport.ts';
import type { OperationDescriptor, ValueType } from './operation.ts';
import { parseBody, type Body } from './parse-body.ts';
import { retryAfter } from './retry-after.ts';

/** Characters of a body that an error keeps. */
const MAX_ERROR_TEXT = 2048;

/**
 * The result of a call, or the error that its answer means.
 *
 * @param secrets texts that no error may hold, should the server echo them
 * @throws ServiceError, ResponseError
 */
export function readAnswer(
  operation: OperationDescriptor,
  response: TransportResponse,
  attempts: number,
  secrets: readonly (string | undefined)[],
): object {
  const { status, truncated } = response;
  const ok = status >= 200 && status < 300;
  const text = ok ? response.text : redact(response.text, secrets);
  const { json, fields } = parseBody(text);
  const problem = ok ? problemOf(operation, json, truncated) : undefined;
  if (json && ok && !problem) return json;
  const details = describe(
    operation,
    response,
    attempts,
    fields,
    redact(text.slice(0, MAX_ERROR_TEXT), secrets),
  );
  const code = fields['Code'];
  if (!ok && typeof code === 'string' && code) {
    const message = `${status} ${code}: ${fields['Message'] ?? 'no message'}${identity(details)}`;
    throw new ServiceError(message, Object.assign(details, { code }));
  }
  throw new ResponseError(`${status} ${problem ?? pageProblem(response)}${identity(details)}`, details);
}

const identity = ({ requestId }: FailureDetails): string => (requestId ? ` (RequestId ${requestId})` : '');

function problemOf(
  operation: OperationDescriptor,
  json: Body | undefined,
  truncated: boolean,
): string | undefined {
  if (truncated) return 'with a body over the limit of this client';
  if (!json) return 'with a body that is not a JSON object';
  const wrong = Object.entries(operation.required).find(([name, type]) => !isOfType(json[name], type));
  return wrong && `without the documented ${wrong[0]} (${wrong[1]})`;
}

const isOfType = (value: unknown, type: ValueType): boolean =>
  type === 'any' ? value !== undefined : (Array.isArray(value) ? 'array' : typeof value) === type;

const pageProblem = ({ status, headers }: TransportResponse): string =>
  status < 400
    ? `redirect to ${headers['location'] ?? 'another place'} (not followed: the signature is for one host)`
    : 'with a body that has no Code';

function describe(
  operation: OperationDescriptor,
  { status, headers }: TransportResponse,
  attempts: number,
  fields: Body,
  text: string,
): FailureDetails & { status: number } {
  const field = (name: string) => (typeof fields[name] === 'string' ? fields[name] : undefined);
  return {
    operation: operation.name,
    attempts,
    status,
    requestId: field('RequestId') ?? headers['x-acs-request-id'],
    hostId: field('HostId'),
    recommend: field('Recommend'),
    retryAfter: retryAfter(headers),
    text,
  };
}

function redact(text: string, secrets: readonly (string | undefined)[]): string {
  return secrets.reduce<string>((rest, secret) => (secret ? rest.replaceAll(secret, '***') : rest), text);
}
