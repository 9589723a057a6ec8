import { signalOf, type OnAbort } from '../transport/signal-of.ts';

/** What a transport gets besides the request: the end of the call, in both forms. A class, because an object literal with an accessor is slow to make. */
export class Outgoing {
  declare readonly onAbort: OnAbort;
  declare private made?: AbortSignal;

  get signal(): AbortSignal {
    return (this.made ??= signalOf(this.onAbort));
  }
}
