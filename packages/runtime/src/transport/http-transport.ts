import type nodeHttp from 'node:http';
import type { Agent, IncomingMessage } from 'node:http';
import { readBody } from './read-body.ts';
import { TransportError, type Transport, type TransportPhase } from './transport.ts';
import type { TransportRequest, TransportResponse } from './transport.ts';

/** Settings of the Node transport. */
export interface HttpTransportOptions {
  /** An agent of the caller's, for a proxy or client certificates; default one keep-alive agent per transport. */
  readonly agent?: Agent;
  /** Sockets open at the same time to one host; default no limit. */
  readonly maxSockets?: number;
}

interface Origin {
  readonly http: Pick<typeof nodeHttp, 'request'>;
  readonly agent: Agent;
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
}

/** Keep-alive `node:http` and `node:https`; both are loaded at the first request. Idle sockets do not keep a process alive. */
export function httpTransport(options: HttpTransportOptions = {}): Transport {
  const origins = new Map<string, Origin>();
  return (request) => {
    const end = request.url.indexOf('/', 8);
    const key = request.url.slice(0, end);
    let origin = origins.get(key);
    if (!origin) origins.set(key, (origin = openOrigin(key, options)));
    return exchange(origin, request.url.slice(end), request);
  };
}

function openOrigin(text: string, options: HttpTransportOptions): Origin {
  const { protocol, hostname, port } = new URL(text);
  const http = process.getBuiltinModule(protocol === 'https:' ? 'node:https' : 'node:http');
  const agent =
    options.agent ??
    new http.Agent({ keepAlive: true, maxSockets: options.maxSockets ?? Infinity, scheduling: 'lifo' });
  return { http, agent, protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port };
}

function exchange(origin: Origin, path: string, request: TransportRequest): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    const { signal, body, method } = request;
    const { http, ...target } = origin;
    const sent = http.request({ ...target, path, method, headers: headerList(request) });
    let phase: TransportPhase = 'connect';
    const fail = (cause: unknown) => {
      reject(new TransportError(phase, cause));
      sent.destroy();
    };
    const abort = () => fail(signal!.reason);
    const ready = () => {
      phase = 'headers';
    };
    sent.on('socket', (socket) => {
      if (socket.connecting) socket.once(origin.protocol === 'https:' ? 'secureConnect' : 'connect', ready);
      else ready();
    });
    sent.on('response', (message: IncomingMessage) => {
      phase = 'body';
      readBody(message, request.maxBodyBytes, resolve, fail);
    });
    sent.on('error', fail);
    sent.on('close', () => {
      signal?.removeEventListener('abort', abort);
      // Without a response or an error: the server switched protocols. A response reports its own early end.
      if (phase !== 'body') reject(new TransportError(phase, new Error('the server closed the connection')));
    });
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    else sent.end(body);
  });
}

// A list goes to the socket as it is, in this order and case, without Node checking and storing each header again.
function headerList({ headers, body }: TransportRequest): string[] {
  const list: string[] = [];
  for (const name in headers) list.push(name, headers[name]!);
  list.push('content-length', String(body ? Buffer.byteLength(body) : 0));
  return list;
}
