import { hash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { parsePairs, type Pair } from './query.ts';

/** A request as the gateway sees it: everything that routing, signatures and validation read. */
export interface Incoming {
  readonly method: string;
  /** Path as sent, still percent-encoded: the signature covers it. */
  readonly path: string;
  readonly query: readonly Pair[];
  /** Parameters of a form body; empty for any other body. */
  readonly form: readonly Pair[];
  /** Both together, as the older signature covers them. */
  readonly parameters: readonly Pair[];
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as they came: repeated headers are only visible here. */
  readonly rawHeaders: readonly string[];
  /** SHA-256 of the body as lower-case hexadecimal text. */
  readonly bodyHash: string;
}

const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const noPairs: readonly Pair[] = [];

/** Reads a request whose body has arrived in full. */
export function readIncoming(request: IncomingMessage, body: Buffer | undefined): Incoming {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const query = mark === -1 ? noPairs : parsePairs(url.slice(mark + 1));
  const form = body === undefined ? noPairs : formOf(request.headers['content-type'], body);
  return {
    method: request.method ?? 'GET',
    path: mark === -1 ? url : url.slice(0, mark),
    query,
    form,
    parameters: form.length === 0 ? query : together(query, form),
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    bodyHash: body === undefined ? emptyHash : hash('sha256', body, 'hex'),
  };
}

function formOf(contentType: string | undefined, body: Buffer): readonly Pair[] {
  const isForm = contentType?.toLowerCase().startsWith('application/x-www-form-urlencoded') ?? false;
  return isForm ? parsePairs(body.toString('utf8')) : noPairs;
}

/**
 * A header's value as it is signed: trimmed, and repetitions sorted and joined by commas as the official SDKs do.
 * Undefined when the request does not carry it.
 */
export function signedHeader(incoming: Incoming, name: string): string | undefined {
  // The name is the client's, and may be one that every object has.
  const value = Object.hasOwn(incoming.headers, name) ? incoming.headers[name] : undefined;
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value : value.join(',');
  // Node has joined repeated headers with a comma, so a value without one came once.
  return text.includes(',') ? repeatedHeader(incoming.rawHeaders, name) : text.trim();
}

function repeatedHeader(rawHeaders: readonly string[], name: string): string {
  const values: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === name) values.push((rawHeaders[index + 1] ?? '').trim());
  }
  return values.toSorted().join(',');
}

/** What stands in both with the same value counts once: the older SDKs send the region so. */
function together(query: readonly Pair[], form: readonly Pair[]): readonly Pair[] {
  const known = new Map<string, Set<string>>();
  for (const [name, value] of query) {
    const values = known.get(name);
    if (values === undefined) known.set(name, new Set([value]));
    else values.add(value);
  }
  return [...query, ...form.filter(([name, value]) => known.get(name)?.has(value) !== true)];
}
