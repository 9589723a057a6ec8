import type { JsonObject } from './catalogue.ts';

/**
 * An error answer on its way out. Not an `Error`: refusing is the gateway's ordinary work, and a stack trace for
 * each refused request would cost more than the request.
 */
export class Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Response headers that go with it, such as the throttling ones. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.code = code;
    this.message = message;
    this.headers = headers;
  }
}

/** What came of a call: the success body without its `RequestId`, or why it was refused. */
export type Outcome = JsonObject | Refusal;
