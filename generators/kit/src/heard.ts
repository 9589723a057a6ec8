import { setImmediate } from 'node:timers/promises';

/** Lets everything be heard that has happened so far: what comes first may still belong to the current turn of the event loop. */
export async function heard(): Promise<void> {
  await setImmediate();
  await setImmediate();
}
