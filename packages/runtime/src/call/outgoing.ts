/** Has a function called when the call is over before its answer is there, with the caller's reason. */
export type OnAbort = (listener: (reason: unknown) => void) => void;

/** What a transport gets besides the request: the end of the call, in both forms. A class, because an object literal with an accessor is slow to make. */
export class Outgoing {
  declare readonly onAbort: OnAbort;
  declare private controller?: AbortController;

  get signal(): AbortSignal {
    const controller = (this.controller ??= new AbortController());
    this.onAbort((reason) => controller.abort(reason));
    return controller.signal;
  }
}
