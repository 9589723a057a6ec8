import type { Issue, IssueCode } from './issue.ts';

/** Where a value is: the name alone of one that is the request's own, which needs no list then. */
export type Place = string | Issue['path'];

/** Where a check writes down broken rules. Nothing is put into words there. */
export interface Findings {
  /** How many there are. A union takes back those of its members by setting it. */
  length: number;
  /** The first of them; what lies beyond `length` is none of them. Absent before there are any. */
  readonly issues: (Issue | undefined)[] | undefined;
  /** `index` is that of an item of the list at `place`. */
  add(place: Place, code: IssueCode, limit?: unknown, actual?: unknown, index?: number): void;
}

/**
 * A compiled check. Answers a copy of a right request, which the caller cannot change any more, and undefined of any other.
 * Throws only what a getter or proxy in the request throws, or `out` after it wrote down why.
 */
export type Check = (data: unknown, out: Findings) => unknown;

/** The same check as a yes or no. Never throws. */
export type Is = (data: unknown) => boolean;
