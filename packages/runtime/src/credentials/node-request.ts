import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { CredentialsRequest, CredentialsResponse } from './chain-options.ts';

/** Longest answer read, in bytes; real ones have about 1,000. */
const longestBody = 64 * 1024;

/** `request` of node:http or node:https. */
export type Send = (
  url: string,
  options: RequestOptions,
  onResponse: (response: IncomingMessage) => void,
) => ClientRequest;

/**
 * One request over node:http or node:https. Not fetch: on Node an aborted fetch goes on connecting for ten seconds, and
 * keeps a program that found no credentials from ending.
 */
export async function nodeRequest(send: Send, request: CredentialsRequest): Promise<CredentialsResponse> {
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const sent = send(
      request.url,
      { method: request.method, headers: headersOf(request), agent: false },
      (response) => {
        isAnswered = true;
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          body += chunk;
          if (body.length > longestBody) sent.destroy(failure('AnswerTooLong'));
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        response.on('error', reject);
      },
    );
    // A timer of our own: the socket's time-out counts idle time only, and starts after the address was looked up.
    const timer = setTimeout(() => sent.destroy(failure('TimedOut')), request.timeout);
    sent.on('close', () => {
      clearTimeout(timer);
      // Without an answer or an error: the server switched protocols.
      if (!isAnswered) reject(failure('Closed'));
    });
    sent.on('error', reject);
    sent.end(request.body);
  });
}

function headersOf(request: CredentialsRequest): Record<string, string> {
  const length = request.body === undefined ? {} : { 'content-length': `${Buffer.byteLength(request.body)}` };
  return { ...request.headers, ...length };
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
