import { RequestError, type RequestIssue } from '../errors/errors.ts';
import { canonicalQuery } from '../signing/canonical.ts';
import type { EncodedRequest } from '../signing/sign.ts';
import type { CallOptions, Settings } from './connection.ts';
import type { Progress } from './progress.ts';
import type { OperationDescriptor } from './operation.ts';
import { serialize } from './serialize.ts';

/** Checks a request before it is sent; `issues` is absent or empty when there are none. The emitted validators are such. */
export type RequestValidator = (request: unknown) => {
  readonly issues?: readonly RequestIssue[] | undefined;
};

type Headers = Readonly<Record<string, string>>;

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
  const { origin } = settings;
  let issues: readonly RequestIssue[] | undefined = validator?.(request).issues;
  try {
    if (!issues?.length) {
      const { query: pairs, headers, form } = serialize(operation, request);
      const query = canonicalQuery(pairs);
      const standard: Headers = {
        host: origin.split('/')[2]!,
        accept: 'application/json',
        'x-acs-action': name,
        'x-acs-version': version,
      };
      const all: Record<string, string> = {};
      // One level after the other, so that a call's header wins over a connection's in whatever case they are.
      for (const level of [standard, headers, settings.headers, own.headers])
        for (const key in level) all[key.toLowerCase()] = level[key]!.trim();
      return {
        method,
        url: `${origin}/${query && `?${query}`}`,
        query,
        headers: all,
        body: form && canonicalQuery(form),
      };
    }
  } catch (error) {
    // Half of a surrogate pair, a BigInt inside of JSON, a circular object.
    issues = [error as Error];
  }
  const problem = issues!.map(({ message }) => message).join('; ');
  throw new RequestError(`not sent: ${problem}`, { ...progress, issues });
}
