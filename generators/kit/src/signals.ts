const signals = ['SIGINT', 'SIGTERM'] as const;

/** What is taken back before this process ends by a signal. */
const undoing = new Set<() => void>();

function end(signal: NodeJS.Signals): void {
  for (const undo of undoing) undo();
  for (const each of signals) process.off(each, end);
  process.kill(process.pid, signal);
}

/** Once and for all: a signal that has come when its listener goes, and was not told yet, would be lost, and a watcher would live on. */
function listen(): void {
  for (const signal of signals) if (!process.listeners(signal).includes(end)) process.on(signal, end);
}

/**
 * Does what no signal may cut short, in milliseconds and in one go, and gives a signal that came meanwhile its usual effect after:
 * listeners are called only when the event loop turns.
 */
export function holdSignals(action: () => void): void {
  listen();
  action();
}

/** Does what takes longer and can be undone: by an error, and by a signal before it has its usual effect. */
export async function undoOnSignal(undo: () => void, action: () => Promise<void>): Promise<void> {
  listen();
  undoing.add(undo);
  try {
    await action();
  } catch (error) {
    undo();
    throw error;
  } finally {
    undoing.delete(undo);
  }
}
