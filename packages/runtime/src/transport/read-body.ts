import type { IncomingMessage } from 'node:http';
import { DEFAULT_MAX_BODY_BYTES, type TransportResponse } from './transport.ts';

/** Reads a response to its end, or to `limit` bytes: then the socket is closed, as its rest cannot be reused. */
export function readBody(
  message: IncomingMessage,
  limit: number = DEFAULT_MAX_BODY_BYTES,
  done: (response: TransportResponse) => void,
  fail: (cause: unknown) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const finish = (truncated: boolean) => {
    const text = Buffer.concat(chunks).toString('utf8', 0, limit);
    done({ status: message.statusCode!, headers: flat(message), text, truncated });
  };
  message.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length <= limit) return;
    finish(true);
    message.destroy();
  });
  message.on('end', () => finish(false));
  message.on('error', fail);
}

function flat(message: IncomingMessage): Record<string, string> {
  const headers = message.headers as Record<string, string>;
  const cookies = message.headers['set-cookie'];
  return cookies ? { ...headers, 'set-cookie': cookies.join(', ') } : headers;
}
