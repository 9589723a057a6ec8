import type { IssueCode } from './issue.ts';

/**
 * What a check writes down about a broken rule: place, rule, bound and value. Nothing is put into words here.
 * The fifth member is an undeclared name that was probably meant to be the missing one.
 */
export type Finding = readonly [
  path: readonly (string | number)[],
  code: IssueCode,
  limit?: unknown,
  value?: unknown,
  meant?: string | undefined,
];

/**
 * A compiled check: adds what it finds to `out`. Answers the request when it finds nothing: with `keep` a copy that the
 * caller cannot change any more. Throws only what a getter or proxy in the request throws, or `tooLarge`.
 */
export type Check = (data: unknown, out: Finding[], keep: boolean) => unknown;

/** The same check without findings, which stops at the first broken rule and then answers undefined. */
export type Accept = (data: unknown, keep: boolean) => unknown;

/** The same check as a yes or no. Never throws. */
export type Is = (data: unknown) => boolean;
