import { hash } from 'node:crypto';
import type { JsonObject } from './catalogue.ts';
import { Refusal, type Outcome } from './refusal.ts';
import type { Refusals } from './refusals.ts';

/** How many tokens are remembered when no limit is given. The documents state no period, so only the count is bounded. */
export const defaultTokenLimit = 10_000;

/** A call with a token, and how to carry it out. */
export interface TokenCall {
  readonly account: string;
  readonly operation: string;
  /** Name of the parameter that holds the token. */
  readonly parameter: string;
  readonly request: JsonObject;
}

/** Rules of idempotence; the documented ones unless a fault breaks them. */
export interface IdempotencyRules {
  /** The text under which a token is remembered. Tokens are case-sensitive. */
  readonly tokenKey: (token: string) => string;
  readonly refusesMismatch: boolean;
  /** Whether even a true repetition is refused. */
  readonly refusesRepetition: boolean;
  readonly remembersErrors: boolean;
}

/** What the documents say. */
export const documentedIdempotency: IdempotencyRules = {
  tokenKey: (token) => token,
  refusesMismatch: true,
  refusesRepetition: false,
  remembersErrors: false,
};

interface Remembered {
  readonly fingerprint: string;
  readonly outcome: Outcome;
}

/**
 * Outcomes by token: the same token with the same parameters answers as before without a further effect; with other
 * parameters it is refused. Errors are not remembered, so that a corrected call may use the token again.
 */
export class IdempotencyStore {
  readonly #limit: number;
  readonly #refusals: Refusals;
  readonly #remembered = new Map<string, Remembered>();

  constructor(limit: number, refusals: Refusals) {
    this.#limit = limit;
    this.#refusals = refusals;
  }

  /** Carries the call out, or answers as the first one with its token was answered. */
  once(call: TokenCall, rules: IdempotencyRules, carryOut: () => Outcome): Outcome {
    const token = call.request[call.parameter];
    if (typeof token !== 'string' || token === '') return carryOut();
    const key = JSON.stringify([call.account, call.operation, rules.tokenKey(token)]);
    const fingerprint = fingerprintOf(call);
    const earlier = this.#remembered.get(key);
    if (earlier !== undefined) {
      const refused = earlier.fingerprint === fingerprint ? rules.refusesRepetition : rules.refusesMismatch;
      return refused ? this.#refusals.gateway('idempotency-mismatch', call.parameter) : earlier.outcome;
    }
    const outcome = carryOut();
    if (rules.remembersErrors || !(outcome instanceof Refusal)) this.#remember(key, { fingerprint, outcome });
    return outcome;
  }

  /** Forgets every token. */
  clear(): void {
    this.#remembered.clear();
  }

  /** How many tokens are kept. */
  get size(): number {
    return this.#remembered.size;
  }

  #remember(key: string, remembered: Remembered): void {
    // A map keeps the order of insertion, so the first key is the oldest.
    if (this.#remembered.size >= this.#limit) {
      for (const oldest of this.#remembered.keys()) {
        this.#remembered.delete(oldest);
        break;
      }
    }
    this.#remembered.set(key, remembered);
  }
}

/** The decoded parameters but the token itself, in an order that does not depend on the query's. */
function fingerprintOf({ parameter, request }: TokenCall): string {
  const names = Object.keys(request).filter((name) => name !== parameter);
  const text = JSON.stringify(names.toSorted().map((name) => [name, request[name]]));
  // Ten thousand of them are kept, and a request may be large.
  return hash('sha256', text, 'hex');
}
