import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccessKey } from '../auth/access-keys.ts';
import type { Catalogue } from '../catalogue.ts';
import { catalogue as ownCatalogue } from '../generated/catalogue.ts';
import { createLimitedServer } from '../http/create-server.ts';
import { defaultLimits } from '../http/limits.ts';
import { listen } from '../http/listen.ts';
import { isLocalRequest } from '../http/local-request.ts';
import { rawAnswer } from '../http/raw-answer.ts';
import { readBody } from '../http/read-body.ts';
import { Refusal } from '../refusal.ts';
import { readIncoming } from '../requests/incoming.ts';
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
    void forward(options, request, response);
  };
  const server = createLimitedServer(defaultLimits, receive, rawAnswer);
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
  const { accessKey, allow = [], allowWrites = false, catalogue = ownCatalogue, timeout = 30_000 } = options;
  const body = await readBody(request, defaultLimits.bodyBytes);
  const incoming = readIncoming(request, undefined);
  const refuse = (refusal: Refusal): void => {
    const context = { requestId: newRequestId(), product: catalogue.product, incoming, operation: undefined };
    sendReply(response, buildReply(refusal, context));
  };
  if (!Buffer.isBuffer(body)) {
    response.destroy();
    return;
  }
  if (!isLocalRequest(request)) {
    refuse(
      new Refusal(
        403,
        'ProxyForeignRequest',
        'The proxy answers to programs on this machine, not to web pages.',
      ),
    );
    return;
  }
  const operation =
    request.method === 'POST' ? permit(catalogue, { allow, allowWrites }, incoming.path) : onlyPost;
  if (operation instanceof Refusal) {
    refuse(operation);
    return;
  }
  const { endpoint: fixed, region } = options;
  const endpoint = endpointOf(catalogue, operation, incoming.query, { endpoint: fixed, region });
  if (endpoint instanceof Refusal) {
    refuse(endpoint);
    return;
  }
  const { query, headers } = incoming;
  const call = {
    host: endpoint.host,
    action: operation.name,
    version: catalogue.version,
    query,
    body,
    now: Date.now(),
  };
  const signed = signRequest(
    { ...call, contentType: body.length === 0 ? undefined : headers['content-type'] },
    accessKey,
  );
  if (!(await sendUpstream(endpoint, signed, body, timeout, response)) && !response.destroyed) {
    refuse(new Refusal(502, 'ProxyEndpointUnreachable', `No answer from ${endpoint.host}.`));
  }
}

const onlyPost = new Refusal(405, 'ProxyMethodNotAllowed', 'The façade knows POST only.');
