import { dropMember, inAnswers, inErrors, inSuccesses, renameMember, setMember } from './change-reply.ts';
import type { Fault } from './fault.ts';

const constantId = '00000000-0000-4000-8000-000000000000';
const html = { text: '<html><body><h1>Bad Gateway</h1></body></html>', contentType: 'text/html' };

/** Broken transport: no rule of the API, but what a client must survive. */
const transport: readonly Fault[] = [
  inAnswers('reset', 'resets the connection instead of answering', (reply) => ({
    ...reply,
    delivery: 'reset',
  })),
  inAnswers('truncated-body', 'closes the connection after half of the body', (reply) => ({
    ...reply,
    delivery: 'truncated',
  })),
];

/** Broken rules about the request id. */
const requestId: readonly Fault[] = [
  inAnswers('request-id-missing', 'answers without RequestId', (reply) => dropMember(reply, 'RequestId')),
  inAnswers('request-id-number', 'answers a number as RequestId', (reply) =>
    setMember(reply, 'RequestId', 30637),
  ),
  inAnswers('request-id-empty', 'answers an empty RequestId', (reply) => setMember(reply, 'RequestId', '')),
  inAnswers('request-id-null', 'answers null as RequestId', (reply) => setMember(reply, 'RequestId', null)),
  inAnswers('request-id-lower-case-name', 'names the request id requestId', (reply) =>
    renameMember(reply, 'RequestId', 'requestId'),
  ),
  inAnswers('request-id-constant', 'answers the same RequestId to every call', (reply) => ({
    ...setMember(reply, 'RequestId', constantId),
    headers: { ...reply.headers, 'x-acs-request-id': constantId },
  })),
  inAnswers(
    'request-id-header-differs',
    'answers another id in x-acs-request-id than in the body',
    (reply) => ({
      ...reply,
      headers: { ...reply.headers, 'x-acs-request-id': constantId },
    }),
  ),
  inAnswers('request-id-header-missing', 'answers without x-acs-request-id', ({ headers, ...reply }) => {
    const { 'x-acs-request-id': _, ...others } = headers;
    return { ...reply, headers: others };
  }),
];

/** Broken rules about success answers. */
const successes: readonly Fault[] = [
  inSuccesses('success-status-201', 'answers 201 to a success', (reply) => ({ ...reply, status: 201 })),
  inSuccesses('success-status-204', 'answers 204 and no body to a success', (reply) => ({
    ...reply,
    status: 204,
    text: '',
  })),
  inSuccesses('success-empty-body', 'answers 200 with an empty body', (reply) => ({ ...reply, text: '' })),
  inSuccesses('success-html', 'answers 200 with an HTML page', (reply) => ({ ...reply, ...html })),
  inSuccesses('success-content-type', 'answers JSON as text/plain', (reply) => ({
    ...reply,
    contentType: 'text/plain;charset=utf-8',
  })),
  inSuccesses('success-array', 'answers a JSON array instead of an object', (reply) => ({
    ...reply,
    text: JSON.stringify([reply.body]),
    contentType: 'application/json;charset=utf-8',
  })),
  inSuccesses('success-broken-json', 'answers JSON that does not parse', (reply) => ({
    ...reply,
    text: JSON.stringify(reply.body).slice(0, -1),
    contentType: 'application/json;charset=utf-8',
  })),
];

/** Broken rules about error answers, whatever their code. */
const errors: readonly Fault[] = [
  inErrors('error-status-200', 'answers errors with status 200', (reply) => ({ ...reply, status: 200 })),
  inErrors('error-status-500', 'answers the client’s errors with status 500', (reply) => ({
    ...reply,
    status: 500,
  })),
  inErrors('error-html', 'answers errors with an HTML page', (reply) => ({ ...reply, ...html })),
  inErrors('error-content-type', 'answers errors as text/plain', (reply) => ({
    ...reply,
    contentType: 'text/plain;charset=utf-8',
  })),
  inErrors('error-empty-body', 'answers errors without a body', (reply) => ({ ...reply, text: '' })),
  inErrors('error-code-missing', 'answers errors without Code', (reply) => dropMember(reply, 'Code')),
  inErrors('error-message-missing', 'answers errors without Message', (reply) =>
    dropMember(reply, 'Message'),
  ),
  inErrors('error-code-lower-case', 'answers Code in lower case', (reply) =>
    setMember(reply, 'Code', String(reply.body['Code']).toLowerCase()),
  ),
];

/** Broken rules of idempotence. */
const idempotence: readonly Fault[] = [
  { name: 'token-ignored', breaks: 'carries a repeated ClientToken out again', idempotency: 'off' },
  {
    name: 'token-case-insensitive',
    breaks: 'takes tokens that differ in case for the same',
    idempotency: { tokenKey: (token) => token.toLowerCase() },
  },
  {
    name: 'token-truncated',
    breaks: 'compares only the first 32 characters of tokens',
    idempotency: { tokenKey: (token) => token.slice(0, 32) },
  },
  {
    name: 'token-mismatch-ignored',
    breaks: 'answers the first call’s success to the same token with other parameters',
    idempotency: { refusesMismatch: false },
  },
  {
    name: 'token-repetition-refused',
    breaks: 'refuses the repetition of a call with the same token',
    idempotency: { refusesRepetition: true },
  },
  {
    name: 'error-remembered',
    breaks: 'answers a corrected call with the error of an earlier one with its token',
    idempotency: { remembersErrors: true, refusesMismatch: false },
  },
];

/** Faults that make sense for any API of the family. */
export const generalFaults: readonly Fault[] = [
  ...transport,
  ...requestId,
  ...successes,
  ...errors,
  ...idempotence,
];
