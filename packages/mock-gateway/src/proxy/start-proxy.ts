import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccessKey } from '../auth/access-keys.ts';
import type { Catalogue, CatalogueOperation } from '../catalogue.ts';
import { catalogue as ownCatalogue } from '../generated/catalogue.ts';
import { createLimitedServer } from '../http/create-server.ts';
import { defaultLimits } from '../http/limits.ts';
import { listen } from '../http/listen.ts';
import { isLocalRequest } from '../http/local-request.ts';
import { readBody } from '../http/read-body.ts';
import { Refusal } from '../refusal.ts';
import { readIncoming, type Incoming } from '../requests/incoming.ts';
import { buildReply } from '../http/build-reply.ts';
import { newRequestId } from '../http/request-id.ts';
import { sendReply } from '../http/send-reply.ts';
import { UsageError } from '../usage-error.ts';
import { endpointOf } from './endpoint.ts';
import { permit } from './policy.ts';
import { sendUpstream } from './send-upstream.ts';
import { signRequest } from './sign-request.ts';

/** How the signing proxy is started. */
export interface ProxyOptions {
  /** Key that signs; read once, never shown. */
  readonly accessKey: AccessKey;
  /** TCP port on 127.0.0.1; 0, the default, takes any free one. */
  readonly port?: number;
  /** Fixed endpoint; without it each call goes to the public one of its region. */
  readonly endpoint?: string;
  /** Region of calls that name none. */
  readonly region?: string;
  /** Operations that may be called; none named means all. */
  readonly allow?: readonly string[];
  /** Let calls pass that can change or destroy something. Default false. */
  readonly allowWrites?: boolean;
  /** Milliseconds without traffic from the endpoint after which a call is given up. Default 30 s. */
  readonly timeout?: number;
  readonly catalogue?: Catalogue;
}

/** A running proxy. */
export interface Proxy {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Starts the signing proxy: an unsigned `POST /<Action>` from this machine in, a signed request to the real endpoint
 * out, its answer back unchanged. Always on loopback, because whoever reaches it acts with the key.
 * @throws {UsageError} when the endpoint is no http or https URL
 */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const { endpoint, port = 0 } = options;
  if (endpoint !== undefined && !/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : '')) {
    throw new UsageError(
      'The endpoint is no http or https URL. Give one such as https://swas.cn-hangzhou.aliyuncs.com.',
    );
  }
  const receive = (request: IncomingMessage, response: ServerResponse): void => {
    // A defect must cost one call, and not the process.
    forward(options, request, response).catch(() => response.destroy());
  };
  const server = createLimitedServer(defaultLimits, receive);
  const address = await listen(server, port, '127.0.0.1');
  const close = (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  return { url: `http://127.0.0.1:${address.port}`, port: address.port, close };
}

async function forward(
  options: ProxyOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { accessKey, catalogue = ownCatalogue, timeout = 30_000 } = options;
  const body = await readBody(request, defaultLimits.bodyBytes);
  if (body === 'broken') {
    response.destroy();
    return;
  }
  const incoming = readIncoming(request, undefined);
  const refuse = (refusal: Refusal): void => {
    const context = { requestId: newRequestId(), product: catalogue.product, incoming, operation: undefined };
    sendReply(response, buildReply(refusal, context));
  };
  if (body === 'too-large') {
    // The rest of it is not read, so the connection cannot be used again.
    response.setHeader('connection', 'close');
    request.resume();
    refuse(tooLarge);
    return;
  }
  const target = findTarget(options, catalogue, request, incoming);
  if (target instanceof Refusal) {
    refuse(target);
    return;
  }
  const { operation, endpoint } = target;
  const call = {
    host: endpoint.host,
    action: operation.name,
    version: catalogue.version,
    query: incoming.query,
    body,
    contentType: body.length === 0 ? undefined : incoming.headers['content-type'],
    now: Date.now(),
  };
  const answered = await sendUpstream(endpoint, signRequest(call, accessKey), body, timeout, response);
  if (!answered && !response.destroyed) {
    refuse(new Refusal(502, 'ProxyEndpointUnreachable', `No answer from ${endpoint.host}.`));
  }
}

/** Which operation is called, and where it goes; or why it goes nowhere. */
function findTarget(
  { allow = [], allowWrites = false, endpoint: fixed, region }: ProxyOptions,
  catalogue: Catalogue,
  request: IncomingMessage,
  { path, query }: Incoming,
): { readonly operation: CatalogueOperation; readonly endpoint: URL } | Refusal {
  if (!isLocalRequest(request)) return foreign;
  if (request.method !== 'POST') return onlyPost;
  const operation = permit(catalogue, { allow, allowWrites }, path);
  if (operation instanceof Refusal) return operation;
  const endpoint = endpointOf(catalogue, operation, query, { endpoint: fixed, region });
  return endpoint instanceof Refusal ? endpoint : { operation, endpoint };
}

const foreign = new Refusal(
  403,
  'ProxyForeignRequest',
  'The proxy answers to programs on this machine, not to web pages.',
);
const tooLarge = new Refusal(413, 'ProxyRequestTooLarge', 'The body is too large to be passed on.');
const onlyPost = new Refusal(405, 'ProxyMethodNotAllowed', 'The façade knows POST only.');
