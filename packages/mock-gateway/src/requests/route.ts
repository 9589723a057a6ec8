import type { Catalogue, CatalogueOperation } from '../catalogue.ts';
import type { Refusal } from '../refusal.ts';
import type { Refusals } from '../refusals.ts';
import { firstValue } from './query.ts';
import type { Incoming } from './incoming.ts';

/** How a request says who sent it. */
export type Scheme = 'acs3' | 'rpc' | 'unsigned';

/** More parameters than any operation takes; each one more costs time. */
const mostParameters = 10_000;

/** Which operation a request calls, and how it came. */
export interface Route {
  readonly operation: CatalogueOperation;
  readonly scheme: Scheme;
}

/** Finds the operation of a request; the answers to a wrong address, action, version or method come from here. */
export class Router {
  readonly #operations: ReadonlyMap<string, CatalogueOperation>;
  readonly #version: string;
  readonly #refusals: Refusals;

  constructor(catalogue: Catalogue, refusals: Refusals) {
    this.#operations = new Map(catalogue.operations.map((operation) => [operation.name, operation]));
    this.#version = catalogue.version;
    this.#refusals = refusals;
  }

  /** The route of a request, or the answer that refuses it. */
  route(incoming: Incoming): Route | Refusal {
    if (incoming.parameters.length > mostParameters) return this.#refusals.gateway('request-too-large');
    const scheme = schemeOf(incoming);
    const facadeAction = incoming.path === '/' ? undefined : incoming.path.slice(1);
    const stated = scheme === 'rpc' ? statedInParameters(incoming) : statedInHeaders(incoming);
    const action = facadeAction ?? stated.action;
    // Ordinary OpenAPI tools know the façade's path and nothing of versions.
    const version = stated.version || (facadeAction === undefined ? undefined : this.#version);
    // The older signature covers the Action parameter but not the path, so the path cannot say otherwise.
    if (scheme === 'rpc' && action !== stated.action)
      return this.#refusals.gateway('unknown-action', 'Action');
    if (!action) return this.#refusals.gateway('missing-action', 'Action');
    if (!version) return this.#refusals.gateway('missing-version', 'Version');
    if (version !== this.#version) return this.#refusals.gateway('unknown-version', 'Version');
    const operation = this.#operations.get(action);
    if (operation === undefined) return this.#refusals.gateway('unknown-action', 'Action');
    if (!methodAllowed(incoming.method, operation, scheme))
      return this.#refusals.gateway('unsupported-method');
    return { operation, scheme };
  }
}

/** The older signature is documented for GET and POST alike; otherwise the operation's own method counts. */
function methodAllowed(method: string, operation: CatalogueOperation, scheme: Scheme): boolean {
  return method === operation.method || (scheme === 'rpc' && (method === 'GET' || method === 'POST'));
}

function schemeOf(incoming: Incoming): Scheme {
  if (incoming.headers.authorization !== undefined) return 'acs3';
  // The older SDKs repeat action and version in headers, which this signature does not cover.
  const named = incoming.headers['x-acs-action'] === undefined;
  for (const [name] of incoming.parameters) {
    if (name === 'Signature' || name === 'AccessKeyId' || (named && name === 'Action')) return 'rpc';
  }
  return 'unsigned';
}

interface Stated {
  readonly action: string | undefined;
  readonly version: string | undefined;
}

function statedInParameters({ parameters }: Incoming): Stated {
  return { action: firstValue(parameters, 'Action'), version: firstValue(parameters, 'Version') };
}

function statedInHeaders({ headers }: Incoming): Stated {
  return { action: single(headers['x-acs-action']), version: single(headers['x-acs-version']) };
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
