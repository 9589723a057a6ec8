const signals = ['SIGINT', 'SIGTERM'] as const;

function release(): void {
  for (const signal of signals) process.off(signal, raise);
}

function raise(signal: NodeJS.Signals): void {
  release();
  process.kill(process.pid, signal);
}

/**
 * Does what no signal may cut short, in milliseconds and in one go, and gives a signal that came meanwhile its usual effect after.
 */
export function holdSignals(action: () => void): void {
  release();
  for (const signal of signals) process.on(signal, raise);
  try {
    action();
  } finally {
    // Not at once: a signal is told of only when the event loop turns.
    setImmediate(release);
  }
}
