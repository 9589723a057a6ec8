import { contestants } from './contestants.mjs';

/** The process of one contestant: for each message `{ calls, inFlight }` it makes that many calls and answers the ms of one. */
const [, , name, port] = process.argv;
const call = await contestants[name](Number(port));

process.on('message', async ({ calls, inFlight }) => {
  const start = performance.now();
  let left = calls;
  const lane = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  process.send((performance.now() - start) / calls);
});
process.on('disconnect', () => process.exit());
process.send('ready');
