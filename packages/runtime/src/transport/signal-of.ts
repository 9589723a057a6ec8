import type { TransportRequest } from './transport.ts';

/** Has a function called when an exchange is over before its answer is there, with the reason. */
export type OnAbort = NonNullable<TransportRequest['onAbort']>;

/** The same as an `AbortSignal`. */
export function signalOf(onAbort: OnAbort): AbortSignal {
  const controller = new AbortController();
  onAbort((reason) => controller.abort(reason));
  return controller.signal;
}
