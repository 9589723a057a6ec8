import type { Parameters } from './requests/collect.ts';

/** Longer texts are kept in part: two hundred calls of a megabyte each would fill the memory. */
const longestText = 2000;
const mostParameters = 100;

/** One answered request, for people and tests to look back at. */
export interface CallRecord {
  /** When it was answered, in milliseconds since 1970. */
  readonly time: number;
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** Absent when the request named no known operation. */
  readonly operation: string | undefined;
  /** Wire text of the operation's parameters, long ones in part; nothing of the signature. */
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
    const { parameters } = call;
    this.#calls[this.#next] = parameters === undefined || isSmall(parameters) ? call : shortened(call);
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

function isSmall(parameters: Parameters): boolean {
  let count = 0;
  for (const name in parameters) {
    count += 1;
    if (count > mostParameters || (parameters[name] ?? '').length > longestText) return false;
  }
  return true;
}

function shortened(call: CallRecord): CallRecord {
  const entries = Object.entries(call.parameters ?? {}).slice(0, mostParameters);
  return { ...call, parameters: Object.fromEntries(entries.map(([name, text]) => [name, partOf(text)])) };
}

/** Through bytes: a part of a text keeps the whole text in memory. */
function partOf(text: string): string {
  return Buffer.from(text.slice(0, longestText)).toString();
}
