import type { IncomingMessage } from 'node:http';

const loopbackAddress = /^(?:127\.|::1$|::ffff:127\.)/;
const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * Whether a request comes from a program or person on this machine. The `Host` check stops a web page that has its own
 * name resolve to loopback (DNS rebinding); the `Origin` and `Sec-Fetch-Site` checks stop every other page.
 */
export function isLocalRequest(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  return (
    loopbackAddress.test(request.socket.remoteAddress ?? '') &&
    loopbackHost.test(host ?? '') &&
    (origin === undefined || origin === `http://${host ?? ''}`) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
}

/** Whether a page that this very server has sent makes the request: a browser says so in a header that no page can set. */
export function isFromOwnPage(request: IncomingMessage): boolean {
  return request.headers.origin !== undefined && isLocalRequest(request);
}
