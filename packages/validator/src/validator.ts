import type { Issue } from './issue.ts';
import type { StandardSchema } from './standard-schema.ts';

/** Outcome of a validation. `value` is a copy that shares nothing with the input. Valid under Standard Schema too. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues?: undefined }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A request as a server receives it: a query string, its parsed form, or names with their texts, as `node:querystring` gives them. */
export type Query =
  | URLSearchParamsLike
  | string
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The part of `URLSearchParams` that is used, so that no platform's type library is needed. */
export type URLSearchParamsLike = Iterable<readonly [string, string]>;

/** How `fromQuery` reads. */
export interface QueryOptions {
  /** `ignore` drops undeclared names silently, as the gateway does. By default each is an issue. */
  readonly unknown?: 'report' | 'ignore';
}

/** A copy of a valid request, or at least one and at most 32 issues. Never throws. */
export type Validate<T> = (value: unknown) => Result<T>;

/** Validator of one operation's requests. */
export interface Validator<T> extends StandardSchema<T> {
  /** Whether the value is a valid request. Never throws. */
  is(this: void, value: unknown): value is T;
  /**
   * Returns when the value is a valid request.
   * @throws {ValidationError} with the issues, when it is not.
   */
  assert(this: void, value: unknown): asserts value is T;
  /** A copy of a valid request, or at least one and at most 32 issues. Never throws. */
  validate(this: void, value: unknown): Result<T>;
  /** The same for a request as text: decodes each parameter as the specification says. Never throws. */
  fromQuery(this: void, query: Query, options?: QueryOptions): Result<T>;
}
