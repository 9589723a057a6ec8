/** What a run leaves behind: every call and every verdict, as plain data that crosses from worker to reporter. */
import type { CaseStep, Expectation, Rule } from '../contract-case.ts';

/** One request and its answer. */
export interface Exchange {
  /** `prepare` and `restore` bring resources to a state before and after a case. */
  readonly phase: CaseStep['phase'] | 'prepare' | 'restore';
  readonly description: string;
  readonly action: string;
  readonly query: Readonly<Record<string, string>>;
  readonly tamper?: string;
  /** Absent when no answer came. */
  readonly status?: number;
  readonly contentType?: string;
  readonly requestId?: string;
  /** Body as text, cut to 4,000 characters. */
  readonly body?: string;
}

/** One thing that was wrong with an answer. */
export interface Problem {
  readonly aspect:
    | 'status'
    | 'code'
    | 'message'
    | 'body'
    | 'content-type'
    | 'request-id'
    | 'secret'
    | 'no-answer'
    | 'throttled';
  readonly text: string;
  /** True for what is wrong with any answer, whatever rule was examined. */
  readonly common?: true;
}

/** A problem that is none of the examined rule's own. */
export const commonProblem = (aspect: Problem['aspect'], text: string): Problem => ({
  aspect,
  text,
  common: true,
});

export interface CaseFailure {
  readonly step: string;
  readonly description: string;
  readonly expected: Expectation;
  readonly problems: readonly Problem[];
  /** True when a repetition of the case succeeded: the answers are not constant. */
  readonly flaky: boolean;
  /** Index of the failed call in `exchanges`. */
  readonly exchange: number;
}

export interface CaseRecord {
  readonly id: string;
  readonly title: string;
  readonly suite: string;
  readonly rule: Rule;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped. */
  readonly reason?: string;
  /** True when the case could not run because a resource could not be brought to a state. */
  readonly blocked?: boolean;
  /** True when the case ran with made-up ids and without proofs, because no resource was given. */
  readonly reduced?: boolean;
  readonly failure?: CaseFailure;
  readonly exchanges: readonly Exchange[];
  readonly covers: readonly string[];
  readonly milliseconds: number;
}
