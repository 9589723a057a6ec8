/** Nonces that calls of the run have used up, for the case that sends one again. */
import { randomUUID } from 'node:crypto';

/** A server need not know a nonce for longer than its date is accepted, which is 15 minutes; clocks may differ by the rest. */
const REMEMBERED = 10 * 60_000;

/** A nonce, and whether a call has used it before. */
export interface Nonce {
  readonly text: string;
  readonly spent: boolean;
}

/** One that was never sent. */
export const freshNonce = (): Nonce => ({ text: randomUUID(), spent: false });

/** What the accepted calls of one run have spent. */
export class Nonces {
  readonly #spent = new Map<string, { readonly text: string; readonly time: number }>();

  /**
   * One that a call of another operation has used, so that only a memory of all of them knows it; a new one where there is none.
   *
   * @param action operation of the call that is to repeat it
   */
  repeated(action: string): Nonce {
    const found = [...this.#spent].find(
      ([other, { time }]) => other !== action && Date.now() - time < REMEMBERED,
    );
    return found === undefined ? freshNonce() : { text: found[1].text, spent: true };
  }

  /** Notes that a call was accepted, and its nonce with it; one of long ago is kept, which shows how far a memory goes back. */
  note(action: string, { text }: Nonce): void {
    const known = this.#spent.get(action);
    if (known !== undefined && Date.now() - known.time < REMEMBERED / 2) return;
    this.#spent.set(action, { text, time: Date.now() });
  }
}
