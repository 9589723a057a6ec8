import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a server does once it has read the head of a request. */
export type Behaviour = (socket: Socket, head: string) => void;

/** A TCP server that answers each request by the next behaviour; the last one repeats. */
export interface MisbehavingServer extends AsyncDisposable {
  readonly port: number;
  readonly endpoint: string;
  /** Heads of the requests received, in order. */
  readonly requests: readonly string[];
  /** Connections open now. */
  readonly open: () => number;
}

export async function misbehavingServer(...behaviours: readonly Behaviour[]): Promise<MisbehavingServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.slice(0, end);
      received = '';
      requests.push(head);
      behaviours[Math.min(requests.length, behaviours.length) - 1]!(socket, head);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  };
  return {
    port,
    endpoint: `http://127.0.0.1:${port}`,
    requests,
    open: () => sockets.size,
    [Symbol.asyncDispose]: close,
  };
}

/** A complete response. */
export function response(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const lines = Object.entries({ 'content-length': String(Buffer.byteLength(body)), ...headers });
  return `HTTP/1.1 ${status} X\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

/** Answers and keeps the connection. */
export const answer =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (socket) => {
    socket.write(response(status, body, headers));
  };

/** The answer to a call that succeeds. */
export const success = answer(200, '{"RequestId":"ok"}', { 'content-type': 'application/json' });

/** An error as the gateway words it. */
export const refusal = (
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Behaviour =>
  answer(
    status,
    JSON.stringify({ RequestId: 'R-1', HostId: 'h', Code: code, Message: 'No.', Recommend: 'https://r' }),
    headers,
  );

/** A header of a request by its lower-case name. */
export const headerOf = (head: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1];

/** A parameter of a request's query string. */
export const parameterOf = (head: string, name: string): string | null =>
  new URL(head.split(' ')[1]!, 'http://x').searchParams.get(name);
