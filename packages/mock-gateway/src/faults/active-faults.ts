import type { Behaviour, Call } from '../behaviours/behaviour.ts';
import type { Reply } from '../http/reply.ts';
import { documentedIdempotency, type IdempotencyRules } from '../idempotency.ts';
import type { Outcome } from '../refusal.ts';
import type { Refusals } from '../refusals.ts';
import type { RequestIssue } from '../requests/check-request.ts';
import type { Parameters } from '../requests/collect.ts';
import type { Fault } from './fault.ts';

/** The faults of one call, asked at each step. With none, every step is the right one. */
export class ActiveFaults {
  readonly #faults: readonly Fault[];
  /** Undefined when tokens are ignored. */
  readonly idempotency: IdempotencyRules | undefined;
  readonly clockOffset: number;

  constructor(faults: readonly Fault[]) {
    this.#faults = faults;
    this.clockOffset = faults.reduce((sum, { clockOffset = 0 }) => sum + clockOffset, 0);
    this.idempotency = faults.some(({ idempotency }) => idempotency === 'off')
      ? undefined
      : Object.assign({}, documentedIdempotency, ...faults.map(({ idempotency }) => idempotency));
  }

  /** Names in the order in which they apply. */
  get names(): readonly string[] {
    return this.#faults.map(({ name }) => name);
  }

  /** The answer of a fault that refuses everything. */
  refuse(refusals: Refusals): Outcome | undefined {
    for (const { refuse } of this.#faults) if (refuse !== undefined) return refuse(refusals);
    return undefined;
  }

  rewrite(parameters: Parameters): Parameters {
    return this.#faults.reduce((current, { rewrite }) => rewrite?.(current) ?? current, parameters);
  }

  overlooks(issue: RequestIssue, parameters: Parameters): boolean {
    return this.#faults.some(({ overlooks }) => overlooks?.(issue, parameters) === true);
  }

  effect(call: Call, behave: Behaviour): Outcome {
    const wrapped = this.#faults.reduce<Behaviour>(
      (inner, { effect }) => (effect === undefined ? inner : (current) => effect(current, inner)),
      behave,
    );
    return wrapped(call);
  }

  reply(reply: Reply): Reply {
    return this.#faults.reduce((current, fault) => fault.reply?.(current) ?? current, reply);
  }
}

/** A gateway that is right. */
export const noFaults = new ActiveFaults([]);
