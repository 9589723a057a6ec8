import { STATUS_CODES, type ServerResponse } from 'node:http';
import { newRequestId } from './request-id.ts';

const messages: Readonly<Record<number, string>> = {
  400: 'The request is not well-formed HTTP.',
  405: 'The gateway is no proxy for CONNECT.',
  408: 'The request did not arrive in time.',
  431: 'Request line and headers are too long.',
};

/** A complete HTTP answer for a client whose request never became one. */
export function rawAnswer(status: number): string {
  const { headers, body } = refusal(status);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${reason(status)}`, ...lines, '', body].join('\r\n');
}

/** The same for one that did, but that HTTP forbids to serve. */
export function refuseRequest(response: ServerResponse, status: number): void {
  const { headers, body } = refusal(status);
  response.writeHead(status, headers);
  response.end(body);
}

/** Codes are the emulator's own. */
function refusal(status: number): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
} {
  const requestId = newRequestId();
  const body = JSON.stringify({
    RequestId: requestId,
    HostId: '',
    Code: reason(status).replaceAll(' ', ''),
    Message: messages[status] ?? 'The request was refused.',
  });
  const headers = {
    connection: 'close',
    'content-type': 'application/json;charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'x-acs-request-id': requestId,
  };
  return { headers, body };
}

function reason(status: number): string {
  return STATUS_CODES[status] ?? 'Bad Request';
}
