import type { Parameters } from './requests/collect.ts';

/** One answered request, for people and tests to look back at. */
export interface CallRecord {
  /** When it was answered, in milliseconds since 1970. */
  readonly time: number;
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** Absent when the request named no known operation. */
  readonly operation: string | undefined;
  /** Wire text of the operation's parameters; nothing of the signature. */
  readonly parameters: Parameters | undefined;
  readonly status: number;
  /** `Code` of an error. */
  readonly code: string | undefined;
}

/** The last calls, oldest first; a ring of fixed size. */
export class CallLog {
  readonly #limit: number;
  #calls: CallRecord[] = [];
  #next = 0;

  constructor(limit: number) {
    this.#limit = Math.max(1, limit);
  }

  add(call: CallRecord): void {
    this.#calls[this.#next] = call;
    this.#next = (this.#next + 1) % this.#limit;
  }

  list(): readonly CallRecord[] {
    const full = this.#calls.length === this.#limit;
    return full ? [...this.#calls.slice(this.#next), ...this.#calls.slice(0, this.#next)] : [...this.#calls];
  }

  clear(): void {
    this.#calls = [];
    this.#next = 0;
  }
}
