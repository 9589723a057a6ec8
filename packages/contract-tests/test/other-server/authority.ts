import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refused } from './choices.ts';

type Pair = readonly [name: string, value: string];

/** A request as far as the gateway in front of the operations looks at it. */
export interface Received {
  readonly method: string;
  readonly pairs: readonly Pair[];
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What the gateway makes of a request; each part is right, and can be replaced by a wrong one. */
export interface Authority {
  readonly methods: readonly string[];
  readonly algorithms: RegExp;
  /** Whether a call has to be signed. */
  readonly guards: (action: string) => boolean;
  readonly knows: (accessKeyId: string) => boolean;
  readonly encode: (text: string) => string;
  /** Order and choice of the parameters that are signed. */
  readonly signs: (pairs: readonly Pair[]) => readonly Pair[];
  readonly agrees: (given: string, right: string, request: Received) => boolean;
  readonly hashesBody: boolean;
  readonly demands: (header: string) => boolean;
  /** Whether a header that is there has to be among what is signed. */
  readonly binds: (header: string) => boolean;
  /** Milliseconds by which a date may differ. */
  readonly past: number;
  readonly future: number;
  readonly timeOf: (date: string) => number;
  readonly nonceKey: (nonce: string, action: string, date: string) => string;
  /** How many nonces are remembered. */
  readonly nonces: number;
  readonly versions: RegExp;
  /** Whether an action is the known one. */
  readonly names: (action: string, known: string) => boolean;
}

const MINUTE = 60_000;

const byName = ([left]: Pair, [right]: Pair): number => (left < right ? -1 : 1);

export const rightAuthority: Authority = {
  methods: ['POST'],
  algorithms: /^ACS3-HMAC-SHA256$/u,
  guards: () => true,
  knows: (id) => id === 'testid',
  encode: (text) =>
    encodeURIComponent(text).replaceAll(
      /[!'()*]/gu,
      (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  signs: (pairs) => pairs.toSorted(byName),
  agrees: (given, right) => given === right,
  hashesBody: true,
  demands: () => true,
  binds: (name) => name === 'host' || name.startsWith('x-acs-'),
  past: 15 * MINUTE,
  future: 15 * MINUTE,
  timeOf: (date) => Date.parse(date),
  nonceKey: (nonce) => nonce,
  nonces: Infinity,
  versions: /^2020-06-01$/u,
  names: (action, known) => action === known,
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const mismatch = (): Refused =>
  new Refused(400, 'SignatureDoesNotMatch', 'Specified signature is not matched with our calculation.');

const header = ({ headers }: Received, name: string): string => String(headers[name] ?? '');

function signatureOf(request: Received, names: readonly string[], authority: Authority): string {
  const { encode, signs } = authority;
  const query = signs(request.pairs)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
  const lines = names.map((name) => `${name}:${header(request, name)}\n`);
  const hash = header(request, 'x-acs-content-sha256');
  const canonical = [request.method, '/', query, lines.join(''), names.join(';'), hash].join('\n');
  return createHmac('sha256', 'testsecret')
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
}

function checkSignature(request: Received, authority: Authority): void {
  const [algorithm = '', fields = ''] = header(request, 'authorization').split(' ');
  const named = new Map(fields.split(',').map((field) => field.split('=') as [string, string]));
  const given = named.get('Signature') ?? '';
  if (algorithm === '') throw new Refused(400, 'IncompleteSignature', 'The request is not signed.');
  if (!authority.algorithms.test(algorithm)) throw new Refused(400, 'InvalidParameter', 'SignatureMethod');
  if (!authority.knows(named.get('Credential') ?? ''))
    throw new Refused(404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.');
  if (authority.hashesBody && header(request, 'x-acs-content-sha256') !== sha256(request.body))
    throw mismatch();
  const names = (named.get('SignedHeaders') ?? '').split(';');
  if (Object.keys(request.headers).some((name) => authority.binds(name) && !names.includes(name)))
    throw new Refused(400, 'IncompleteSignature', 'A header is not signed.');
  const right = signatureOf(request, names, authority);
  if (!authority.agrees(given, right, request)) throw mismatch();
}

function checkTime(request: Received, authority: Authority): void {
  const date = header(request, 'x-acs-date');
  if (date === '' && !authority.demands('x-acs-date')) return;
  if (date === '') throw new Refused(400, 'MissingTimestamp', 'There is no date.');
  const age = Date.now() - authority.timeOf(date);
  if (Number.isNaN(age)) throw new Refused(400, 'InvalidTimeStamp.Format', 'That is no date.');
  if (age > authority.past || -age > authority.future)
    throw new Refused(400, 'InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
}

function checkNonce(request: Received, authority: Authority, used: Set<string>): void {
  const nonce = header(request, 'x-acs-signature-nonce');
  if (nonce === '' && !authority.demands('x-acs-signature-nonce')) return;
  if (nonce === '') throw new Refused(400, 'MissingSignatureNonce', 'There is no nonce.');
  const key = authority.nonceKey(nonce, header(request, 'x-acs-action'), header(request, 'x-acs-date'));
  if (used.has(key)) throw new Refused(400, 'SignatureNonceUsed', 'The nonce was used already.');
  used.add(key);
  for (const oldest of used) if (used.size > authority.nonces) used.delete(oldest);
}

/** The action of a request that may pass; throws the refusal of one that may not. */
export function admit(request: Received, authority: Authority, used: Set<string>): string {
  if (!authority.methods.includes(request.method))
    throw new Refused(403, 'UnsupportedHTTPMethod', 'This HTTP method is not supported.');
  const action = header(request, 'x-acs-action');
  if (authority.guards(action)) {
    checkSignature(request, authority);
    checkTime(request, authority);
    checkNonce(request, authority, used);
  }
  const version = header(request, 'x-acs-version');
  if (!authority.versions.test(version) && (version !== '' || authority.demands('x-acs-version')))
    throw new Refused(400, 'InvalidVersion', 'Specified parameter Version is not valid.');
  if (action === '' && !authority.demands('x-acs-action')) return 'ModifyImageShareStatus';
  const found = ['DeleteCustomImages', 'ModifyImageShareStatus'].find((known) =>
    authority.names(action, known),
  );
  if (found === undefined) throw new Refused(404, 'InvalidAction.NotFound', 'Specified api is not found.');
  return found;
}
