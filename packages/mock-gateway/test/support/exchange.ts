import { connect } from 'node:net';
import type { Sent } from './call.ts';

/** A request as bytes, the way it would be typed by hand. */
export function wire({ method = 'POST', path, headers = {}, body = '' }: Sent): Buffer {
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}: ${value}\r\n`),
  );
  const length = `content-length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}${length}\r\n${body}`, 'latin1');
}

/** Sends bytes over a connection of their own. Answers the status of each answer that came before it closed. */
export function exchange(
  port: number,
  bytes: Buffer,
  methods: readonly string[] = [],
): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // The gateway may close while bytes are still on their way; what it said before counts.
    socket.on('error', () => {});
    socket.on('close', () => {
      try {
        resolve(parseAnswers(Buffer.concat(chunks), methods));
      } catch (error) {
        reject(error as Error);
      }
    });
  });
}

/** Every answer of a connection, with bodies of exactly the announced length; throws on anything else. */
function parseAnswers(received: Buffer, methods: readonly string[]): readonly number[] {
  const statuses: number[] = [];
  let rest = received;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    const head = rest.subarray(0, end).toString('latin1');
    const status = /^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1];
    const announced = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (end === -1 || status === undefined || announced === undefined) throw new Error(`Not HTTP: ${head}`);
    const length = methods[statuses.length] === 'HEAD' ? 0 : Number(announced);
    const body = rest.subarray(end + 4, end + 4 + length).toString('utf8');
    if (body !== '' && !body.startsWith('<')) JSON.parse(body);
    statuses.push(Number(status));
    rest = rest.subarray(end + 4 + length);
  }
  return statuses;
}
