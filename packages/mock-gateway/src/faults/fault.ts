import type { Behaviour, Call } from '../behaviours/behaviour.ts';
import type { Reply } from '../http/reply.ts';
import type { IdempotencyRules } from '../idempotency.ts';
import type { Outcome } from '../refusal.ts';
import type { Refusals } from '../refusals.ts';
import type { RequestIssue } from '../requests/check-request.ts';
import type { Parameters } from '../requests/collect.ts';

/** A way to be wrong on purpose. Each hook is optional and changes one step of answering a call. */
export interface Fault {
  /** Named after the rule that it breaks. */
  readonly name: string;
  /** The rule, as a sentence about the fault: "accepts 16 ids in one call". */
  readonly breaks: string;
  /** Milliseconds added to the clock that dates and nonces are checked with. */
  readonly clockOffset?: number;
  /** Refuses the call before anything else is looked at. */
  readonly refuse?: (refusals: Refusals) => Outcome;
  /** Changes what was sent, before it is checked. */
  readonly rewrite?: (parameters: Parameters) => Parameters;
  /** Whether an issue is overlooked. */
  readonly overlooks?: (issue: RequestIssue, parameters: Parameters) => boolean;
  /** Rules of idempotence that it changes; `'off'` ignores tokens altogether. */
  readonly idempotency?: Partial<IdempotencyRules> | 'off';
  /** Takes the place of the operation's behaviour, which it may call. */
  readonly effect?: (call: Call, behave: Behaviour) => Outcome;
  /** Changes the answer. */
  readonly reply?: (reply: Reply) => Reply;
}
