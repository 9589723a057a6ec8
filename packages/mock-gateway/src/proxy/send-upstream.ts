import { request as requestHttp, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { SignedRequest } from './sign-request.ts';

/** Headers of one connection, which say nothing about the next. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
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
    upstream.once('error', () => resolve(false));
    upstream.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
      answer.pipe(response);
      // A broken answer must look broken to the caller as well.
      answer.once('error', () => response.destroy());
      resolve(true);
    });
    // A caller that went away needs no answer.
    response.once('close', () => upstream.destroy());
    upstream.end(body);
  });
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
}
