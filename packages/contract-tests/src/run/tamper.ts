/** What can be wrong with a request itself: most of it before it is signed, so that nothing else is wrong with it. */
import type { SignedRequest, UnsignedRequest } from '@swas/runtime';
import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Tampering } from '../contract-case.ts';

const MINUTE = 60_000;

/** Outside the 15 minutes within which a date is accepted, and inside; clocks may differ by the rest. In milliseconds. */
const OUTSIDE_WINDOW = 20 * MINUTE;
const INSIDE_WINDOW = 10 * MINUTE;

/** A name that no operation has, with texts that are hard to encode. */
const ADDED = 'Added';

const ago = (milliseconds: number): { readonly date: Date } => ({
  date: new Date(Date.now() - milliseconds),
});

type Change = (draft: UnsignedRequest) => Partial<UnsignedRequest>;

const withHeader =
  (name: string, value: (draft: UnsignedRequest) => string): Change =>
  (draft) => ({ headers: { ...draft.headers, [name]: value(draft) } });

const BEFORE_SIGNING: Partial<Readonly<Record<Tampering, Change>>> = {
  'wrong-secret': ({ credentials }) => ({
    credentials: { ...credentials, accessKeySecret: `${credentials.accessKeySecret}x` },
  }),
  // Whoever compares the beginning only takes it for the known one.
  'unknown-access-key': ({ credentials }) => ({
    credentials: { ...credentials, accessKeyId: `${credentials.accessKeyId}${randomUUID().slice(0, 8)}` },
  }),
  'changed-value': ({ query }) => ({ query: [...query, [ADDED, '中']] }),
  'old-date': () => ago(OUTSIDE_WINDOW),
  'future-date': () => ago(-OUTSIDE_WINDOW),
  'earlier-date': () => ago(INSIDE_WINDOW),
  // Whoever remembers nonces together with their dates takes it for another one.
  'repeated-nonce': () => ago(MINUTE),
  'malformed-date': withHeader('x-acs-date', () => 'today'),
  // Whoever looks only how a name begins takes it for a known one.
  'unknown-action': withHeader('x-acs-action', ({ headers }) => `${headers?.['x-acs-action']}0`),
  'unknown-version': withHeader('x-acs-version', () => '1999-01-01'),
  'other-method': ({ method }) => ({ method: method === 'POST' ? 'GET' : 'POST' }),
  'put-method': ({ method }) => ({ method: method === 'PUT' ? 'PATCH' : 'PUT' }),
};

/** Spoils what is signed. */
export const spoilDraft = (draft: UnsignedRequest, tamper: Tampering | undefined): UnsignedRequest => ({
  ...draft,
  ...(tamper && BEFORE_SIGNING[tamper]?.(draft)),
});

/** The same request with a right signature that leaves one header out. */
function unlisted(request: SignedRequest, name: string, secret: string): SignedRequest {
  const lines = request.canonicalRequest.split('\n').filter((line) => !line.startsWith(`${name}:`));
  const names = (lines.at(-2) ?? '')
    .split(';')
    .filter((one) => one !== name)
    .join(';');
  const canonicalRequest = [...lines.slice(0, -2), names, lines.at(-1)].join('\n');
  const hash = createHash('sha256').update(canonicalRequest).digest('hex');
  const signature = createHmac('sha256', secret).update(`ACS3-HMAC-SHA256\n${hash}`).digest('hex');
  const changed = withAuthorization(request, (text) =>
    text.replace(/SignedHeaders=[^,]*,Signature=.*/u, `SignedHeaders=${names},Signature=${signature}`),
  );
  return { ...changed, canonicalRequest };
}

/** The same, and without that header. */
function without(request: SignedRequest, name: string, secret: string): SignedRequest {
  const { headers, ...rest } = unlisted(request, name, secret);
  const { [name]: _, ...others } = headers;
  return { ...rest, headers: others };
}

const withAuthorization = (request: SignedRequest, change: (text: string) => string): SignedRequest => ({
  ...request,
  headers: { ...request.headers, authorization: change(request.headers['authorization'] ?? '') },
});

/** The parameters the other way round: their order is not part of what is signed. */
function reversed(url: string): string {
  const at = url.indexOf('?');
  if (at < 0) return url;
  const pairs = url.slice(at + 1).split('&');
  return `${url.slice(0, at)}?${pairs.toReversed().join('&')}`;
}

const extended = (url: string, pair: string): string => `${url}${url.includes('?') ? '&' : '?'}${pair}`;

function withoutAuthorization(request: SignedRequest): SignedRequest {
  const { authorization: _, ...headers } = request.headers;
  return { ...request, headers };
}

type SignedChange = (request: SignedRequest, secret: string) => SignedRequest;

const leavesOut =
  (name: string): SignedChange =>
  (request, secret) =>
    without(request, name, secret);

const authorization =
  (change: (text: string) => string): SignedChange =>
  (request) =>
    withAuthorization(request, change);

const AFTER_SIGNING: Partial<Readonly<Record<Tampering, SignedChange>>> = {
  'wrong-last-digit': authorization((text) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')),
  'empty-signature': authorization((text) => text.replace(/Signature=[^=]*$/u, 'Signature=')),
  'other-algorithm': authorization((text) => text.replace('SHA256', 'SHA1')),
  'changed-value': (request) => ({
    ...request,
    url: request.url.replace(`${ADDED}=%E4%B8%AD`, `${ADDED}=%E6%96%87`),
  }),
  'changed-after-signing': (request) => ({ ...request, url: extended(request.url, `${ADDED}=`) }),
  'other-body': (request) => ({ ...request, body: `${ADDED}=1` }),
  'other-order': (request) => ({ ...request, url: reversed(request.url) }),
  unsigned: withoutAuthorization,
  'unsigned-action': (request, secret) => unlisted(request, 'x-acs-action', secret),
  'no-nonce': leavesOut('x-acs-signature-nonce'),
  'no-date': leavesOut('x-acs-date'),
  'no-action': leavesOut('x-acs-action'),
  'no-version': leavesOut('x-acs-version'),
};

/** Spoils what was signed. */
export const spoilSigned = (
  request: SignedRequest,
  tamper: Tampering | undefined,
  secret: string,
): SignedRequest => (tamper && AFTER_SIGNING[tamper]?.(request, secret)) || request;
