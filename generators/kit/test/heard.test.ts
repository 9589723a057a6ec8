import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { heard } from '../src/heard.ts';

/** Two ends of a connection: like changes of files, what is written to one is told at the other by the operating system. */
let writes: Socket;
const server = createServer();
let told = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  writes = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
  const [reads] = (await once(server, 'connection')) as [Socket];
  reads.on('data', (text) => (told += String(text)));
});
afterAll(() => {
  writes.destroy();
  server.close();
});
beforeEach(() => {
  told = '';
});

test.each([
  // When a file has come, this turn of the event loop asks for nothing else any more: the rest is told in the next one.
  ['while a file is read', () => readFile(import.meta.filename)],
  ['at the end of a turn', () => new Promise((resolve) => void setImmediate(resolve))],
  ['at its beginning', () => new Promise((resolve) => void setTimeout(resolve, 1))],
])('what has happened %s is heard', async (_, reach) => {
  await reach();
  writes.write('changed');
  await heard();
  expect(told).toBe('changed');
});
