import { platform } from '#platform';
import { RequestError, type RequestIssue } from '../errors/errors.ts';
import { canonicalQuery } from '../signing/canonical.ts';
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
export interface PreparedRequest {
  readonly method: string;
  /** Query string in canonical form. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** @throws RequestError when the validator has issues or the request cannot be turned into text */
export function prepare(
  operation: OperationDescriptor,
  request: object,
  given: readonly (Readonly<Record<string, string>> | undefined)[],
  validator?: RequestValidator,
): PreparedRequest {
  const { name, version, method, idempotencyParameter: token } = operation;
  let issues = (!validator || validator.is(request) ? undefined : validator.validate(request).issues) ?? [];
  try {
    if (!issues.length) {
      // One token per logical call: a repeated request is recognized by it.
      const own = token && !(request as Record<string, unknown>)[token] ? { [token]: platform.uuid() } : {};
      const wire = serialize(operation, { ...request, ...own });
      const headers = { accept: 'application/json', 'x-acs-action': name, 'x-acs-version': version };
      Object.assign(headers, wire.headers, ...given);
      return {
        method,
        query: canonicalQuery(wire.query),
        headers,
        body: wire.form && canonicalQuery(wire.form),
      };
    }
  } catch (error) {
    // Half of a surrogate pair, a BigInt inside of JSON, a circular object.
    issues = [error as Error];
  }
  const details = { operation: name, attempts: 0, issues };
  throw new RequestError(`not sent: ${issues.map(({ message }) => message).join('; ')}`, details);
}
