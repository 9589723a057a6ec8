import { RequestError, type RequestIssue } from '../errors/errors.ts';
import { canonicalQuery } from '../signing/canonical.ts';
import type { EncodedRequest } from '../signing/sign.ts';
import type { CallOptions, Settings } from './connection.ts';
import type { Progress } from './progress.ts';
import type { OperationDescriptor } from './operation.ts';
import { serialize } from './serialize.ts';

/** Checks a request before it is sent; `issues` is absent or empty when there are none. The emitted validators are such. */
export type RequestValidator = (request: unknown) => {
  /** What is sent in the request's place: a copy that the check made. */
  readonly value?: object | undefined;
  readonly issues?: readonly RequestIssue[] | undefined;
};

/** A request of an operation before it is signed; the same for all attempts. */
export interface PreparedRequest extends EncodedRequest {
  /** Where it is sent. */
  readonly url: string;
}

/** @throws RequestError when the validator has issues or the request cannot be turned into text */
export function prepare(
  operation: OperationDescriptor,
  request: object,
  settings: Settings,
  own: CallOptions,
  progress: Progress,
  validator?: RequestValidator,
): PreparedRequest {
  const [name, version, , , , , method = 'POST'] = operation;
  // What was checked is what is sent: a getter may answer something else the next time.
  let { issues, value = request } = validator?.(request) ?? {};
  try {
    if (!issues?.length) {
      const wire = serialize(operation, value);
      const query = canonicalQuery(wire.query);
      const headers: Record<string, string> = {
        host: settings.origin.split('/')[2]!,
        accept: 'application/json',
        'x-acs-action': name,
        'x-acs-version': version,
      };
      // One level after the other, so that a call's header wins over a connection's in whatever case they are.
      for (const level of [wire.headers, settings.headers, own.headers])
        for (const key in level) {
          const text = level[key]!.trim();
          // Transports refuse these too, but only once the request counts as sent, and some quote the value. A length of the
          // caller's would put the answers on a socket out of step with the requests.
          if (!/^(?!content-length|transfer-)[\w!#-'*+.^`|~-]+\n[\t -~]*$/i.test(`${key}\n${text}`))
            throw new TypeError(`headers: ${key} must be printable ASCII and no length`);
          headers[key.toLowerCase()] = text;
        }
      return {
        method,
        url: `${settings.origin}/${query && `?${query}`}`,
        query,
        headers,
        body: wire.form && canonicalQuery(wire.form),
      };
    }
  } catch (error) {
    // Half of a surrogate pair, a BigInt inside of JSON, a circular object.
    issues = [error as Error];
  }
  const problem = issues!.map(({ message }) => message).join('; ');
  throw new RequestError(`not sent: ${problem}`, { ...progress, issues });
}
