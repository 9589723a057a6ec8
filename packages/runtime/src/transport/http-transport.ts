import type nodeHttp from 'node:http';
import { stackIdleSockets } from './idle-sockets.ts';
import { openSocketPhase } from './phase.ts';
import { DEFAULT_MAX_BODY_BYTES, TransportError } from './transport.ts';
import type { Transport, TransportRequest, TransportResponse } from './transport.ts';

/** An `Agent` of `node:http`, told by its main parts: a program for a page has no types of Node's to compile against. */
export interface HttpAgent {
  readonly maxSockets: number;
  readonly maxFreeSockets: number;
  destroy(): void;
}

/** Settings of the Node transport. */
export interface HttpTransportOptions {
  /** An agent of the caller's, for a proxy or client certificates; default one keep-alive agent per origin. */
  readonly agent?: HttpAgent;
}

type Answered = nodeHttp.IncomingMessage & TransportResponse;

interface Origin {
  readonly request: typeof nodeHttp.request;
  readonly hostname: string;
  readonly port: string;
  readonly agent: nodeHttp.Agent;
}

/** Keep-alive `node:http` and `node:https`; both are loaded at the first request. Idle sockets do not keep a process alive. */
export function httpTransport(options: HttpTransportOptions = {}): Transport {
  const origins: Record<string, Origin> = {};
  return (request) => {
    const end = request.url.indexOf('/', 8);
    const origin = request.url.slice(0, end);
    return exchange((origins[origin] ??= open(origin, options)), request.url.slice(end), request);
  };
}

function open(origin: string, options: HttpTransportOptions): Origin {
  const { protocol, hostname, port } = new URL(origin);
  const { request, Agent } = process.getBuiltinModule(protocol === 'https:' ? 'node:https' : 'node:http');
  const agent =
    (options.agent as nodeHttp.Agent | undefined) ?? stackIdleSockets(new Agent({ keepAlive: true }));
  return { request, hostname: hostname.replace(/[[\]]/g, ''), port, agent };
}

function exchange(
  { request, hostname, port, agent }: Origin,
  path: string,
  outgoing: TransportRequest,
): ReturnType<Transport> {
  return new Promise((resolve, reject) => {
    const { method, body } = outgoing;
    let left = outgoing.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
    let incoming: nodeHttp.IncomingMessage | undefined;
    const fail = (cause: unknown) => {
      // What Node could not parse: the request with its token, should the server echo it.
      delete (Object(cause) as { rawPacket?: unknown }).rawPacket;
      reject(new TransportError(incoming ? 'body' : openSocketPhase(sent.socket, cause), cause));
      sent.destroy();
    };
    const headers = headerList(outgoing);
    // Spelled out, because an object made by spreading is slow to use.
    const sent = request({ hostname, port, agent, path, method, headers }, (message) => {
      incoming = message;
      const chunks: Buffer[] = [];
      const finish = () => {
        const text = Buffer.concat(chunks).toString();
        // The message itself: it collects its headers when they are first read, which a success does not need.
        resolve(
          Object.assign(message, { status: message.statusCode, text, truncated: left < 0 }) as Answered,
        );
      };
      message
        .on('data', (chunk: Buffer) => {
          chunks.push(left < chunk.length ? chunk.subarray(0, left) : chunk);
          left -= chunk.length;
          if (left >= 0) return;
          finish();
          // The rest is not worth reading, so the socket cannot be used again.
          message.destroy();
        })
        .on('end', finish)
        .on('error', fail)
        // What is read later is not queued first.
        .read(0);
    });
    sent
      .on('error', fail)
      // Without a response or an error: the server switched protocols.
      .on('close', () => incoming ?? fail('the connection was closed'));
    const { onAbort } = outgoing;
    onAbort?.(fail);
    // Beside `onAbort` only one that was put there, as by a transport around this one: a call's own is made when it is read.
    if (!onAbort || Object.hasOwn(outgoing, 'signal')) {
      const { signal } = outgoing;
      const abort = () => fail(signal!.reason);
      if (signal?.aborted) abort();
      signal?.addEventListener('abort', abort);
      sent.on('close', () => signal?.removeEventListener('abort', abort));
    }
    if (!sent.destroyed) sent.end(body);
  });
}

// A list goes to the socket as it is, without Node checking and storing each header again.
function headerList({ headers, body = '' }: TransportRequest): string[] {
  const list = ['content-length', `${Buffer.byteLength(body)}`];
  for (const name of Object.keys(headers)) list.push(name, headers[name]!);
  return list;
}
