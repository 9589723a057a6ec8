import { RequestError, type RequestIssue } from '../errors/errors.ts';
import { canonicalQuery } from '../signing/canonical.ts';
import type { EncodedRequest } from '../signing/sign.ts';
import type { Settings } from './connection.ts';
import type { OperationDescriptor } from './operation.ts';
import { serialize } from './serialize.ts';

/** Checks requests before they are sent; the emitted validators are such. */
export interface RequestValidator {
  /** Whether a request is valid; asked first, because it is much cheaper than a list of issues. */
  is(request: unknown): boolean;
  /** `issues` is absent or empty when there are none. */
  validate(request: unknown): { readonly issues?: readonly RequestIssue[] | undefined };
}

/** A request of an operation before it is signed; the same for all attempts. */
export interface PreparedRequest extends EncodedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** @throws RequestError when the validator has issues or the request cannot be turned into text */
export function prepare(
  operation: OperationDescriptor,
  request: object,
  { origin, headers: common }: Settings,
  own: Readonly<Record<string, string>> | undefined,
  validator?: RequestValidator,
): PreparedRequest {
  const { name, version, method } = operation;
  let issues = (validator?.is(request) === false && validator.validate(request).issues) || [];
  try {
    if (!issues.length) {
      const { query, headers, form } = serialize(operation, request);
      const standard = { accept: 'application/json', 'x-acs-action': name, 'x-acs-version': version };
      return {
        method,
        origin,
        path: '/',
        query: canonicalQuery(query),
        headers: { ...standard, ...headers, ...common, ...own },
        body: form && canonicalQuery(form),
      };
    }
  } catch (error) {
    // Half of a surrogate pair, a BigInt inside of JSON, a circular object.
    issues = [error as Error];
  }
  const details = { operation: name, attempts: 0, issues };
  throw new RequestError(`not sent: ${issues.map(({ message }) => message).join('; ')}`, details);
}
