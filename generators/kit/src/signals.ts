const signals = ['SIGINT', 'SIGTERM'] as const;

type Handler = (signal: NodeJS.Signals) => void;

function listen(handler: Handler): void {
  for (const signal of signals) process.on(signal, handler);
}

function release(handler: Handler): void {
  for (const signal of signals) process.off(signal, handler);
}

/** Gives a signal its usual effect: this process ends by it. */
function raise(signal: NodeJS.Signals): void {
  release(raise);
  process.kill(process.pid, signal);
}

/**
 * Does what no signal may cut short, in milliseconds and in one go, and gives a signal that came meanwhile its usual effect after.
 */
export function holdSignals(action: () => void): void {
  release(raise);
  listen(raise);
  try {
    action();
  } finally {
    // Not at once: a signal is told of only when the event loop turns.
    setImmediate(release, raise);
  }
}

/** Does what takes longer and can be undone: by an error, and by a signal before it has its usual effect. */
export async function undoOnSignal(undo: () => void, action: () => Promise<void>): Promise<void> {
  const handler: Handler = (signal) => {
    undo();
    release(handler);
    process.kill(process.pid, signal);
  };
  listen(handler);
  try {
    await action();
  } catch (error) {
    undo();
    throw error;
  } finally {
    release(handler);
  }
}
