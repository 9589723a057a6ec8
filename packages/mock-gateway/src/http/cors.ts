import type { IncomingMessage } from 'node:http';
import { UsageError } from '../usage-error.ts';
import type { Reply } from './reply.ts';

/** How long a browser may remember what a preflight allowed, in seconds. */
const maxAge = '600';

/** Names of headers, separated by commas: nothing else is ever repeated into an answer. */
const headerNames = /^[\w\-, ]{1,1000}$/;

const exposed = 'x-acs-request-id, x-acs-retry-after, x-ratelimit-user, x-ratelimit-user-api';

type Headers = Readonly<Record<string, string>>;

/** Says which web pages of other origins may read the gateway's answers. By default none may. */
export class Cors {
  readonly #origins: ReadonlySet<string>;

  /** @throws {UsageError} when an origin is neither `*` nor exactly what a browser sends as `Origin` */
  constructor(origins: readonly string[]) {
    for (const origin of origins) {
      if (origin !== '*' && !isOrigin(origin)) {
        const wanted = 'an origin such as http://localhost:5173, without a path, or * for every page';
        throw new UsageError(`${JSON.stringify(origin)} is no origin for CORS. Give ${wanted}.`);
      }
    }
    this.#origins = new Set(origins);
  }

  /** Whether any other page may. */
  get enabled(): boolean {
    return this.#origins.size > 0;
  }

  /** Headers to add to the answer of a request. Never the one that would let a page use the browser's cookies. */
  headers({ headers: { origin } }: IncomingMessage): Headers {
    const allowed = this.#allowed(origin);
    // What is answered depends on the origin, even when that one is refused: a cache must know.
    if (allowed === undefined) return { vary: 'origin' };
    const named = { 'access-control-allow-origin': allowed, 'access-control-expose-headers': exposed };
    return allowed === '*' ? named : { ...named, vary: 'origin' };
  }

  /** The answer to the question that a browser asks before a call; undefined when it is none, or of a stranger. */
  preflight(request: IncomingMessage): Reply | undefined {
    const { headers } = request;
    const asked = headers['access-control-request-method'];
    if (request.method !== 'OPTIONS' || asked === undefined) return undefined;
    if (this.#allowed(headers.origin) === undefined) return undefined;
    const wanted = headers['access-control-request-headers'] ?? '';
    const own: Record<string, string> = {
      'access-control-allow-methods': 'GET, POST',
      'access-control-max-age': maxAge,
    };
    // Signed headers differ from SDK to SDK, so no list would hold them all.
    if (headerNames.test(wanted)) own['access-control-allow-headers'] = wanted;
    // A page from the network asks whether it may reach this machine.
    if (headers['access-control-request-private-network'] === 'true')
      own['access-control-allow-private-network'] = 'true';
    return { status: 204, body: {}, text: '', headers: { ...this.headers(request), ...own } };
  }

  #allowed(origin: string | undefined): string | undefined {
    if (origin === undefined) return undefined;
    if (this.#origins.has(origin)) return origin;
    return this.#origins.has('*') ? '*' : undefined;
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
