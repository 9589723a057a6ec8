import { connect } from 'node:net';
import { startServer } from './servers.mjs';
import { unsignedRequests } from './requests.mjs';

/** Milliseconds from starting a server's process to its first answer, in full. */
export async function firstAnswer(name, ...options) {
  const { port, ready, stop } = await startServer(name, ...options);
  const asked = performance.now();
  await new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(unsignedRequests(port)()));
    socket.on('data', () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });
  const milliseconds = ready + performance.now() - asked;
  await stop();
  return milliseconds;
}
