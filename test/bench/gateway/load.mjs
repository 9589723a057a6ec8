import { connect } from 'node:net';

/**
 * Keeps `connections` sockets busy with ready-made HTTP requests for `milliseconds`, one request in flight on each.
 * Raw sockets: an HTTP client would cost more than the server that is measured.
 * Answers the requests per second, the latencies in milliseconds and how many answers were not 200.
 */
export async function load({ port, connections, milliseconds, nextRequest }) {
  const until = performance.now() + milliseconds;
  const latencies = [];
  let refused = 0;
  const drive = () =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let sentAt = 0;
      let received = '';
      const send = () => {
        if (performance.now() >= until) {
          socket.destroy();
          resolve();
          return;
        }
        sentAt = performance.now();
        socket.write(nextRequest());
      };
      socket.setNoDelay(true);
      socket.setEncoding('latin1');
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        received += chunk;
        const end = received.indexOf('\r\n\r\n');
        if (end === -1) return;
        const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
        if (received.length < end + 4 + length) return;
        latencies.push(performance.now() - sentAt);
        if (!received.startsWith('HTTP/1.1 200')) refused += 1;
        received = '';
        send();
      });
    });
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, drive));
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: latencies.length / seconds, latencies: latencies.toSorted((a, b) => a - b), refused };
}
