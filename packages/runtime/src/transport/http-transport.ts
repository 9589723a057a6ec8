import type { Agent, IncomingMessage } from 'node:http';
import { DEFAULT_MAX_BODY_BYTES, TransportError, type Transport, type TransportPhase } from './transport.ts';

/** Settings of the Node transport. */
export interface HttpTransportOptions {
  /** An agent of the caller's, for a proxy or client certificates; default one keep-alive agent per protocol. */
  readonly agent?: Agent;
}

/** Keep-alive `node:http` and `node:https`; both are loaded at the first request. Idle sockets do not keep a process alive. */
export function httpTransport({ agent }: HttpTransportOptions = {}): Transport {
  const agents: Record<string, Agent> = {};
  return ({ url, method, headers, body, signal, maxBodyBytes }) =>
    new Promise((resolve, reject) => {
      const { protocol, hostname, port, pathname, search } = new URL(url);
      const secure = protocol === 'https:';
      const http = process.getBuiltinModule(secure ? 'node:https' : 'node:http');
      let phase: TransportPhase = 'connect';
      const fail = (cause: unknown) => {
        reject(new TransportError(phase, cause));
        sent.destroy();
      };
      const abort = () => fail(signal!.reason);
      const ready = () => {
        phase = 'headers';
      };
      const sent = http
        .request({
          protocol,
          hostname: hostname.replace(/[[\]]/g, ''),
          port,
          path: pathname + search,
          method,
          agent: agent ?? (agents[protocol] ??= new http.Agent({ keepAlive: true, scheduling: 'lifo' })),
          // A list goes to the socket as it is, without Node checking and storing each header again.
          headers: [
            ...Object.entries(headers).flat(),
            'content-length',
            String(Buffer.byteLength(body ?? '')),
          ],
        })
        .on('error', fail)
        .on('socket', (socket) =>
          socket.connecting ? socket.once(secure ? 'secureConnect' : 'connect', ready) : ready(),
        )
        .on('close', () => {
          signal?.removeEventListener('abort', abort);
          // Without a response or an error: the server switched protocols. A response reports its own early end.
          if (phase !== 'body') fail('connection closed');
        })
        .on('response', (message: IncomingMessage) => {
          phase = 'body';
          const chunks: Buffer[] = [];
          let room = maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
          const finish = () => {
            resolve({
              status: message.statusCode!,
              headers: message.headers as Record<string, string>,
              text: Buffer.concat(chunks).toString(),
              truncated: room < 0,
            });
          };
          message
            .on('data', (chunk: Buffer) => {
              chunks.push(room < chunk.length ? chunk.subarray(0, room) : chunk);
              room -= chunk.length;
              if (room >= 0) return;
              finish();
              // The rest is not worth reading, so the socket cannot be used again.
              message.destroy();
            })
            .on('end', finish)
            .on('error', fail);
        });
      signal?.addEventListener('abort', abort);
      if (signal?.aborted) abort();
      else sent.end(body);
    });
}
