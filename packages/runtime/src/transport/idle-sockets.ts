import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** What `node:http` calls of an agent. Its documentation leaves it out, but agents of others have long been built on it. */
interface Internals {
  addRequest(request: ClientRequest & { onSocket(socket: Socket): void }, options: object): void;
}

/** A socket after an exchange, under Node's own name for the request. */
interface Freed extends Socket {
  readonly _httpMessage?: { readonly res?: IncomingMessage };
  /** Ms that it may be idle. */
  life?: number;
}

/**
 * Lets an agent of one origin keep its idle sockets on a plain stack. Node's own way finds them by a name that it spells out
 * several times for each request and collects the headers of each answer, which is a quarter of what a whole call costs.
 * Connecting, TLS sessions and closing stay the agent's.
 */
export function stackIdleSockets(agent: Agent): Agent {
  let idle: [socket: Socket, until: number, received: number][] = [];
  const { addRequest } = agent as Agent & Internals;
  const own: Internals = {
    addRequest(request, options) {
      for (let kept; (kept = idle.pop()); kept[0].destroy()) {
        const [socket, until, received] = kept;
        // Bytes that nobody asked for would be taken for the next request's answer.
        if (socket.writable && until > Date.now() && socket.bytesRead === received)
          return request.onSocket(socket.ref());
      }
      addRequest.call(agent, request, options);
    },
  };
  agent.removeAllListeners('free').on('free', (socket: Freed) => {
    // oxlint-disable-next-line no-underscore-dangle
    const answer = socket._httpMessage?.res;
    // Its request was given up before it was sent.
    if (!answer) return void socket.destroy();
    // Once for each socket: searching the headers of every answer would cost a twentieth of the call.
    if (socket.life === undefined) {
      // While it is idle nobody else listens, and an error without a listener ends the process. Whatever reset this one has
      // most often forgotten them all, and each would cost a call one of its attempts.
      socket.on('error', () => {
        for (const [kept] of idle) kept.destroy();
      });
      // After a burst, those at the bottom are closed by the server and would lie there for good.
      socket.on('close', () => (idle = idle.filter(([kept]) => kept !== socket)));
      const [, seconds = Infinity] = /keep-alive,timeout=(\d+)/i.exec(`${answer.rawHeaders}`) ?? [];
      // A second before the server closes it, what is sent may still arrive too late.
      socket.life = (+seconds - 1) * 1000;
    }
    idle.push([socket.unref(), Date.now() + socket.life, socket.bytesRead]);
  });
  return Object.assign(agent, own);
}
