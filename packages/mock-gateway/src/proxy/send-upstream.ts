import { request as requestHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { SignedRequest } from './sign-request.ts';

/** Headers of one connection, which say nothing about the next (RFC 9110, 7.6.1). */
const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Sends a signed request and passes the answer through: status, headers and bytes unchanged. Redirects are passed
 * through too, never followed: the signature is for this host.
 * @returns whether an answer came; false before anything was written to `response`
 */
export function sendUpstream(
  endpoint: URL,
  { path, headers }: SignedRequest,
  body: Buffer,
  timeout: number,
  response: ServerResponse,
): Promise<boolean> {
  return new Promise((resolve) => {
    const send = endpoint.protocol === 'https:' ? requestHttps : requestHttp;
    const upstream = send(new URL(path, endpoint), {
      method: 'POST',
      headers: {
        ...headers,
        'content-length': body.length,
        accept: 'application/json',
        'accept-encoding': 'identity',
      },
      timeout,
    });
    upstream.once('timeout', () => upstream.destroy());
    // Not once: whatever else goes wrong with the same request must not go unheard and end the process.
    upstream.on('error', () => resolve(false));
    upstream.once('upgrade', (_, socket) => {
      socket.destroy();
      resolve(false);
    });
    upstream.once('response', (answer) => resolve(passOn(answer, response)));
    // A caller that went away needs no answer.
    response.once('close', () => upstream.destroy());
    upstream.end(body);
  });
}

function passOn(answer: IncomingMessage, response: ServerResponse): boolean {
  try {
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? '', endToEnd(answer));
  } catch {
    // A status or a header that HTTP does not know.
    answer.destroy();
    return false;
  }
  answer.pipe(response);
  // A broken answer must look broken to the caller as well.
  answer.on('error', () => response.destroy());
  return true;
}

/** Names and values in turn, as they came: in an object, repeated ones would be lost. */
function endToEnd({ headers, rawHeaders }: IncomingMessage): string[] {
  const named = new Set((headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
  const list: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    const lowerCase = name.toLowerCase();
    if (!hopByHop.has(lowerCase) && !named.has(lowerCase)) list.push(name, value);
  }
  return list;
}
