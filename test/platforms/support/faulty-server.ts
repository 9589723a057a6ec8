import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fault = (response: ServerResponse, request: IncomingMessage, earlier: number) => void;

const faults: Readonly<Record<string, Fault>> = {
  hang: () => {},
  'hang-in-body': (response) => response.writeHead(200).write('{"Req'),
  redirect: (response) => response.writeHead(307, { location: '/elsewhere' }).end(),
  reset: (_, request) => request.socket.resetAndDestroy(),
  // The first answer of a burst; the second lets the call through.
  busy: (response, _, earlier) =>
    earlier
      ? response.end('{"RequestId":"ok"}')
      : response.writeHead(503, { 'retry-after': '0' }).end('{"Code":"ServiceUnavailable","Message":"No."}'),
  long: (response) => response.end(`{"RequestId":"${'x'.repeat(10_000_000)}"}`),
};

/** A server that fails as the header `path` of a request says. */
export interface FaultyServer {
  readonly url: string;
  /** How often it was asked, by fault. */
  readonly asked: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

export async function startFaultyServer(): Promise<FaultyServer> {
  const asked: Record<string, number> = {};
  const server = createServer((request, response) => {
    const path = request.url === '/elsewhere' ? 'followed' : String(request.headers['path']);
    const earlier = asked[path] ?? 0;
    asked[path] = earlier + 1;
    (faults[path] ?? faults['hang']!)(response, request, earlier);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
