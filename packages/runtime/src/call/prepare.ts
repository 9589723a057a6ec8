import { RequestError, type RequestIssue } from '../errors/errors.ts';
import { platform } from '#platform';
import { canonicalQuery } from '../signing/canonical.ts';
import type { PreparedRequest } from './attempt.ts';
import type { OperationDescriptor } from './operation.ts';
import { serialize } from './serialize.ts';

/** Checks requests before they are sent; the emitted validators are such. */
export interface RequestValidator {
  /** `issues` is absent or empty when there are none. */
  validate(request: unknown): { readonly issues?: readonly RequestIssue[] | undefined };
}

/** @throws RequestError when the validator has issues or the request cannot be turned into text */
export function prepare(
  operation: OperationDescriptor,
  request: object,
  headers: Readonly<Record<string, string>>,
  validator?: RequestValidator,
): PreparedRequest {
  const issues = validator?.validate(request).issues;
  if (issues?.length) throw refusal(operation, issues);
  try {
    return encode(operation, request, headers);
  } catch (error) {
    // Half of a surrogate pair, a BigInt inside of JSON, a circular object.
    throw refusal(operation, [{ message: (error as Error).message }]);
  }
}

function encode(
  operation: OperationDescriptor,
  request: object,
  given: Readonly<Record<string, string>>,
): PreparedRequest {
  const { query, header, form } = serialize(operation, withToken(operation, request));
  const headers = {
    accept: 'application/json',
    'x-acs-action': operation.name,
    'x-acs-version': operation.version,
    ...Object.fromEntries(header),
    ...given,
  };
  if (!form.length) return { query: canonicalQuery(query), headers };
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return { query: canonicalQuery(query), headers: { ...headers, ...type }, body: canonicalQuery(form) };
}

// One token per logical call: a repeated request is recognized by it.
function withToken({ idempotencyParameter: name }: OperationDescriptor, request: object): object {
  return name && (request as Record<string, unknown>)[name] === undefined
    ? { ...request, [name]: platform.uuid() }
    : request;
}

function refusal(operation: OperationDescriptor, issues: readonly RequestIssue[]): RequestError {
  const reasons = issues.map(({ message }) => message).join('; ');
  return new RequestError(
    `the request was not sent: ${reasons}`,
    Object.assign({ operation: operation.name, attempts: 0 }, { issues }),
  );
}
