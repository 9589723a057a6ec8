import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { contestants } from './contestants.mjs';
import { interleaved } from './statistics.mjs';

const start = (script, ...parameters) =>
  fork(fileURLToPath(new URL(script, import.meta.url)), parameters, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });

/**
 * Ms per call of each contestant, measured in rounds of `calls` calls with `inFlight` at the same time. The server and each
 * contestant have processes of their own: in one process a contestant would clear away what the one before it left in memory.
 */
export async function measureCalls({ calls, rounds, inFlight }) {
  const started = [];
  try {
    const server = start('./server.mjs');
    started.push(server);
    const [port] = await once(server.stdout, 'data');
    const contest = {};
    for (const name of Object.keys(contestants)) {
      const caller = start('./caller.mjs', name, `${port}`.trim());
      started.push(caller);
      const answers = answersOf(caller);
      await answers();
      contest[name] = () => {
        caller.send({ calls, inFlight });
        return answers();
      };
    }
    await interleaved(contest, 2);
    return await interleaved(contest, rounds);
  } finally {
    for (const child of started) child.kill();
  }
}

/** What waits for the next message of a process, and throws when the process ends instead. */
function answersOf(child) {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the caller ended with ${code}`);
  });
  ended.catch(() => {});
  return async () => {
    const [answer] = await Promise.race([once(child, 'message'), ended]);
    return answer;
  };
}
