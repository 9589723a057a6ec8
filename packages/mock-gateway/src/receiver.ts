import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallLog } from './call-log.ts';
import type { Catalogue } from './catalogue.ts';
import type { Emulator } from './emulator.ts';
import type { ActiveFaults } from './faults/active-faults.ts';
import { faultHeader } from './faults/parse-faults.ts';
import { buildReply } from './http/build-reply.ts';
import type { Cors } from './http/cors.ts';
import { announcesBody, readBody } from './http/read-body.ts';
import type { Reply } from './http/reply.ts';
import { newRequestId } from './http/request-id.ts';
import { sendReply } from './http/send-reply.ts';
import { controlPrefix, serveControl, type Controlled } from './http/serve-control.ts';
import { isFromOwnPage, isLocalRequest } from './http/local-request.ts';
import type { Site } from './http/site.ts';
import { visitedPath } from './http/visit.ts';
import { Refusal } from './refusal.ts';
import { readIncoming, type Incoming } from './requests/incoming.ts';

/** What it takes to answer HTTP requests. */
export interface ReceiverOptions {
  readonly catalogue: Catalogue;
  readonly emulator: Emulator;
  readonly log: CallLog;
  readonly control: Controlled;
  readonly cors: Cors;
  readonly site: Site | undefined;
  /** Keeps the state that a call has left, before it is answered. */
  readonly save: () => void;
  readonly bodyLimit: number;
  readonly clock: () => number;
  /** Faults of a request: those of the gateway and those that its own header asks for. */
  readonly faultsOf: (header: string | string[] | undefined) => ActiveFaults;
}

/** Turns an HTTP request into its answer. Any request is answered; none throws. */
export class Receiver {
  readonly #options: ReceiverOptions;

  constructor(options: ReceiverOptions) {
    this.#options = options;
  }

  /** Listener of a `node:http` server. Without a body, the answer is written before it returns. */
  readonly receive = (request: IncomingMessage, response: ServerResponse): void => {
    const { site, cors } = this.#options;
    if (cors.enabled && this.#crossOrigin(cors, request, response)) return;
    if (site !== undefined) void this.#visit(site, request, response);
    else this.#read(request, response);
  };

  /** Adds what a page of another origin needs to read the answer; true when that was its whole question. */
  #crossOrigin(cors: Cors, request: IncomingMessage, response: ServerResponse): boolean {
    // The control surface is nobody else's, whatever origins may call the API.
    if (request.url?.startsWith(controlPrefix)) return false;
    const preflight = cors.preflight(request);
    if (preflight !== undefined) sendReply(response, preflight);
    else for (const [name, value] of Object.entries(cors.headers(request))) response.setHeader(name, value);
    return preflight !== undefined;
  }

  /** A file of the site where there is one, else what there is without a site. */
  async #visit(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = visitedPath(request);
    if (path === undefined || !(await site.serve(path, response))) this.#read(request, response);
  }

  #read(request: IncomingMessage, response: ServerResponse): void {
    if (announcesBody(request)) void this.#receiveBody(request, response);
    else this.#answer(request, response, undefined);
  }

  async #receiveBody(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, this.#options.bodyLimit);
    if (body === 'broken') {
      response.destroy();
    } else if (body === 'too-large') {
      // The rest of the body is not read, so the connection cannot be used again.
      response.setHeader('connection', 'close');
      const outcome = this.#options.emulator.refusals.gateway('request-too-large');
      sendReply(response, this.#reply(readIncoming(request, undefined), newRequestId(), { outcome }));
      request.resume();
    } else {
      this.#answer(request, response, body);
    }
  }

  #answer(request: IncomingMessage, response: ServerResponse, body: Buffer | undefined): void {
    try {
      sendReply(response, this.#replyTo(request, body));
    } catch {
      // A defect must not take the gateway down, and its text is not the client's business.
      const outcome = this.#options.emulator.refusals.gateway('internal-error');
      sendReply(response, this.#reply(readIncoming(request, undefined), newRequestId(), { outcome }));
    }
  }

  #replyTo(request: IncomingMessage, body: Buffer | undefined): Reply {
    const { control, emulator, log, save, site, clock } = this.#options;
    if (request.url?.startsWith(controlPrefix)) return serveControl(control, request, body);
    const incoming = readIncoming(request, body);
    if (visitedPath(request) === '/' && isLocalRequest(request)) return control.page();
    const faults = this.#options.faultsOf(request.headers[faultHeader]);
    // The site lets its reader try a call, and a page has no key to sign with.
    const answered = emulator.answer(incoming, faults, site !== undefined && isFromOwnPage(request));
    save();
    const requestId = newRequestId();
    const reply = faults.reply(this.#reply(incoming, requestId, answered));
    const { method, path } = incoming;
    const { outcome, operation, parameters } = answered;
    const code = outcome instanceof Refusal ? outcome.code : undefined;
    const { status } = reply;
    log.add({ time: clock(), requestId, method, path, operation: operation?.name, parameters, status, code });
    return reply;
  }

  #reply(
    incoming: Incoming,
    requestId: string,
    {
      outcome,
      operation,
    }: {
      outcome: ReturnType<Emulator['answer']>['outcome'];
      operation?: ReturnType<Emulator['answer']>['operation'];
    },
  ): Reply {
    const { product } = this.#options.catalogue;
    return buildReply(outcome, { requestId, product, incoming, operation });
  }
}
