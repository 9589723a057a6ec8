import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Limits } from './limits.ts';
import { rawAnswer, refuseRequest } from './raw-answer.ts';

/** Answers one request. */
export type Receive = (request: IncomingMessage, response: ServerResponse) => void;

/** A server with the limits set, which answers whatever comes in well-formed HTTP. */
export function createLimitedServer(limits: Limits, receive: Receive): Server {
  const receiveNamed: Receive = (request, response) => {
    const nameless = request.headers.host === undefined && request.httpVersion === '1.1';
    if (nameless) refuseRequest(response, 400);
    else receive(request, response);
  };
  const server = createServer(
    {
      // Node's own answer to a request without a Host has no body to tell why.
      requireHostHeader: false,
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAliveTimeout: limits.idleTimeout,
      // How often the two time-outs above are looked at; Node's own 30 s would let slow clients pile up.
      connectionsCheckingInterval: Math.min(1000, limits.headersTimeout),
    },
    receiveNamed,
  );
  server.maxConnections = limits.connections;
  server.setTimeout(limits.idleTimeout);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    endWith(socket, rawAnswer(statusOf(error.code))),
  );
  server.on('connect', (_, socket: Duplex) => endWith(socket, rawAnswer(405)));
  server.on('checkExpectation', receiveNamed);
  return server;
}

/** How long a client that was refused may take to hang up, in milliseconds. */
const grace = 1000;

/** Says a last word on a connection that serves no request any more. */
function endWith(socket: Duplex, text: string): void {
  // Node has let go of the socket: nobody else hears of a client that resets it now, and an error unheard ends the process.
  socket.on('error', () => socket.destroy());
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(text);
  // What still comes is dropped, since closing over unread bytes would reset the connection under the answer.
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), grace);
  socket.once('close', () => clearTimeout(timer));
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}
