import { platform } from '#platform';
import { RequestError, type RequestIssue } from '../errors/errors.ts';
import { canonicalQuery } from '../signing/canonical.ts';
import type { EncodedRequest } from '../signing/sign.ts';
import type { Settings } from './connection.ts';
import type { OperationDescriptor } from './operation.ts';
import { encode, serialize } from './serialize.ts';

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
  const { name, version, method, idempotencyParameter: token } = operation;
  let issues = (!validator || validator.is(request) ? undefined : validator.validate(request).issues) ?? [];
  try {
    if (!issues.length) {
      const wire = serialize(operation, request);
      // One token per logical call: a repeated request is recognized by it.
      if (token && !(request as Record<string, unknown>)[token])
        encode(operation, wire, token, platform.uuid());
      const headers = { accept: 'application/json', 'x-acs-action': name, 'x-acs-version': version };
      Object.assign(headers, wire.headers, common, own);
      return {
        method,
        origin,
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
