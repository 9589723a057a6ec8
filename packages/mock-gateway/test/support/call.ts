import { createHash, createHmac, randomUUID } from 'node:crypto';
import { Agent, request as requestHttp, type IncomingHttpHeaders } from 'node:http';

/** An answer with its body read. */
export interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON; empty when it is none. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
}

const agent = new Agent({ keepAlive: true });

/** Sends exactly this; `fetch` would add and forbid headers of its own. */
export function send(
  url: string,
  { method = 'POST', path, headers = {}, body = '' }: Sent,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const options = { method, path, headers: { ...length, ...headers }, agent };
    const { hostname, port } = new URL(url);
    const request = requestHttp({ hostname, port, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('aborted', () => reject(new Error('aborted')));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: parse(text) });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** What a signed call is made of; each test changes one thing. */
export interface SignedCall {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly secret?: string;
  readonly id?: string;
  /** Headers to add, to change or, with an empty value, to leave out before signing. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that are sent and not signed. */
  readonly unsignedHeaders?: readonly string[];
  readonly body?: string;
  readonly method?: string;
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

export function queryText(parameters: Readonly<Record<string, string>>): string {
  const names = Object.keys(parameters).toSorted();
  return names.map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`).join('&');
}

/** Signs as the documents say, by code that the gateway does not share. */
export function sign(url: string, call: SignedCall): Sent {
  const { action, parameters, secret = 'testsecret', id = 'testid', body = '', method = 'POST' } = call;
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const all: Record<string, string> = {
    host: url.replace('http://', ''),
    'x-acs-action': action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': new Date().toISOString().replace(/\.\d+Z/, 'Z'),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-version': '2020-06-01',
    ...call.headers,
  };
  const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  const names = Object.keys(headers)
    .filter((name) => call.unsignedHeaders?.includes(name) !== true)
    .toSorted();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const canonical = `${method}\n/\n${queryText(parameters)}\n${lines}\n${names.join(';')}\n${bodyHash}`;
  const toSign = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
  const signature = createHmac('sha256', secret).update(toSign).digest('hex');
  const authorization = `ACS3-HMAC-SHA256 Credential=${id},SignedHeaders=${names.join(';')},Signature=${signature}`;
  return { method, path: `/?${queryText(parameters)}`, headers: { ...headers, authorization }, body };
}

/** The same call with the older signature, in the query or in a form body. */
export function signRpc(
  parameters: Readonly<Record<string, string>>,
  { method = 'GET', secret = 'testsecret', form = false } = {},
): Sent {
  const all: Record<string, string> = {
    AccessKeyId: 'testid',
    Format: 'JSON',
    SignatureMethod: 'HMAC-SHA1',
    SignatureNonce: randomUUID(),
    SignatureVersion: '1.0',
    Timestamp: new Date().toISOString().replace(/\.\d+Z/, 'Z'),
    Version: '2020-06-01',
    ...parameters,
  };
  const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  const toSign = `${method}&%2F&${encode(queryText(present))}`;
  const signature = createHmac('sha1', `${secret}&`).update(toSign).digest('base64');
  const text = `${queryText(present)}&Signature=${encode(signature)}`;
  if (!form) return { method, path: `/?${text}` };
  return { method, path: '/', body: text, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}
