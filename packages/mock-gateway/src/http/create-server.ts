import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Limits } from './limits.ts';

/** Answers one request. */
export type Receive = (request: IncomingMessage, response: ServerResponse) => void;

/** The answer to bytes that are no HTTP request: status line to body. */
export type RawAnswer = (status: number) => string;

/** A server with the limits set, which answers whatever comes in well-formed HTTP. */
export function createLimitedServer(limits: Limits, receive: Receive, rawAnswer: RawAnswer): Server {
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAliveTimeout: limits.idleTimeout,
      // How often the two time-outs above are looked at; Node's own 30 s would let slow clients pile up.
      connectionsCheckingInterval: Math.min(1000, limits.headersTimeout),
    },
    receive,
  );
  server.maxConnections = limits.connections;
  server.setTimeout(limits.idleTimeout);
  const refuse = (socket: Duplex, status: number): void => {
    if (socket.writable) socket.end(rawAnswer(status));
    else socket.destroy();
  };
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(socket, statusOf(error.code)));
  server.on('connect', (_, socket: Duplex) => refuse(socket, 405));
  server.on('checkExpectation', receive);
  return server;
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}
