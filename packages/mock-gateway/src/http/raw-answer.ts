import { STATUS_CODES } from 'node:http';
import { newRequestId } from './request-id.ts';

const messages: Readonly<Record<number, string>> = {
  400: 'The request is not well-formed HTTP.',
  405: 'The gateway is no proxy for CONNECT.',
  408: 'The request did not arrive in time.',
  431: 'Request line and headers are too long.',
};

/** A complete HTTP answer for a client whose request never became one. Codes are the emulator's own. */
export function rawAnswer(status: number): string {
  const requestId = newRequestId();
  const body = JSON.stringify({
    RequestId: requestId,
    HostId: '',
    Code: (STATUS_CODES[status] ?? 'Bad Request').replaceAll(' ', ''),
    Message: messages[status] ?? 'The request was refused.',
  });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Bad Request'}`,
    'connection: close',
    'content-type: application/json;charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-acs-request-id: ${requestId}`,
    '',
    body,
  ].join('\r\n');
}
