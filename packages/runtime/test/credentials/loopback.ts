import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly form: Readonly<Record<string, string>>;
}

/** Status and body of an answer; undefined leaves the request hanging. */
export type Answer = readonly [status: number, body: unknown] | undefined;

export interface Loopback {
  readonly url: string;
  readonly seen: Seen[];
}

/** A server on loopback for one test; bodies other than texts are sent as JSON. */
export async function loopback(answer: (seen: Seen) => Answer | Promise<Answer>): Promise<Loopback> {
  const seen: Seen[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const entry = await read(request);
    seen.push(entry);
    const given = await answer(entry);
    if (!given) return;
    const [status, body] = given;
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {});
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

async function read(request: IncomingMessage): Promise<Seen> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  const url = new URL(request.url ?? '/', 'http://loopback');
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    form: Object.fromEntries(new URLSearchParams(body)),
  };
}
