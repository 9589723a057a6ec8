import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { contestants } from './contestants.mjs';
import { interleaved } from './statistics.mjs';

/** Runs `work` beside a server in a process of its own. */
async function withServer(work) {
  const server = fork(fileURLToPath(new URL('./server.mjs', import.meta.url)), { silent: true });
  try {
    const port = await new Promise((resolve) => {
      server.stdout.once('data', (chunk) => resolve(Number(chunk)));
    });
    return await work(port);
  } finally {
    server.kill();
  }
}

/** Ms per call of each contestant, measured in rounds of `calls` calls with `inFlight` at the same time. */
export function measureCalls({ calls, rounds, inFlight }) {
  return withServer(async (port) => {
    const timed = Object.entries(contestants(port)).map(([name, call]) => [
      name,
      () => time(call, calls, inFlight),
    ]);
    const contest = Object.fromEntries(timed);
    await interleaved(contest, 2);
    return interleaved(contest, rounds);
  });
}

async function time(call, calls, inFlight) {
  const start = performance.now();
  let left = calls;
  const lane = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return (performance.now() - start) / calls;
}
