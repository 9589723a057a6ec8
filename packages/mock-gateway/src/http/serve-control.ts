import type { IncomingMessage } from 'node:http';
import type { Image, ListedImage } from '../behaviours/images.ts';
import type { JsonValue } from '../catalogue.ts';
import type { Fault } from '../faults/fault.ts';
import type { CallRecord } from '../call-log.ts';
import { checkImages } from '../images-file.ts';
import { UsageError } from '../usage-error.ts';
import { isLocalRequest } from './local-request.ts';
import type { Reply } from './reply.ts';

/** What the control surface can do with a gateway. */
export interface Controlled {
  reset(images?: readonly Image[]): void;
  images(): readonly ListedImage[];
  calls(): readonly CallRecord[];
  faults(): readonly string[];
  setFaults(names: readonly string[]): void;
  readonly availableFaults: readonly Pick<Fault, 'name' | 'breaks'>[];
  /** The status page. */
  page(): Reply;
}

/** Paths below this one control the gateway instead of calling an operation. */
export const controlPrefix = '/_gateway/';

/**
 * Answers a request to the control surface: `GET /_gateway/` (a page for people), `POST /_gateway/reset`,
 * `GET /_gateway/images`, `GET /_gateway/calls`, `GET` and `PUT /_gateway/faults`. Only for this machine.
 */
export function serveControl(gateway: Controlled, request: IncomingMessage, body: Buffer | undefined): Reply {
  if (!isLocalRequest(request))
    return reply(403, { error: 'The control surface answers only to this machine.' });
  try {
    const [path = ''] = (request.url ?? '').slice(controlPrefix.length).split('?');
    return handle(gateway, `${request.method ?? ''} ${path}`, body);
  } catch (error) {
    if (error instanceof UsageError) return reply(400, { error: error.message });
    throw error;
  }
}

function handle(gateway: Controlled, action: string, body: Buffer | undefined): Reply {
  const text = body?.toString('utf8') ?? '';
  switch (action) {
    case 'GET ':
      return gateway.page();
    case 'POST reset':
      reset(gateway, text);
      return reply(200, { images: gateway.images().length });
    case 'GET images':
      return reply(200, gateway.images() as unknown as JsonValue);
    case 'GET calls':
      return reply(200, JSON.parse(JSON.stringify(gateway.calls())) as JsonValue);
    case 'GET faults':
      return reply(200, { active: gateway.faults(), available: describeFaults(gateway) });
    case 'PUT faults':
      gateway.setFaults(faultNames(parseJson(text)));
      return reply(200, { active: gateway.faults() });
    default:
      return reply(404, { error: `Nothing here. There are: ${actions.join(', ')}.` });
  }
}

const actions = ['POST reset', 'GET images', 'GET calls', 'GET faults', 'PUT faults'];

/** Body: nothing, a list of images, or `{ images, faults }` with either. */
function reset(gateway: Controlled, text: string): void {
  const data = text === '' ? {} : parseJson(text);
  const { images, faults } = (Array.isArray(data) ? { images: data } : data) as Record<string, unknown>;
  const checked = images === undefined ? undefined : checkImages(images, 'images');
  if (faults !== undefined) gateway.setFaults(faultNames(faults));
  gateway.reset(checked);
}

function faultNames(data: unknown): readonly string[] {
  if (Array.isArray(data) && data.every((name) => typeof name === 'string')) return data;
  throw new UsageError('Faults are a JSON list of names.');
}

function parseJson(text: string): object {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new UsageError('The body is not JSON.');
  }
  if (typeof data === 'object' && data !== null) return data;
  throw new UsageError('The body is neither a JSON list nor an object.');
}

function describeFaults({ availableFaults }: Controlled): JsonValue {
  return availableFaults.map(({ name, breaks }) => ({ name, breaks }));
}

function reply(status: number, data: JsonValue): Reply {
  const headers = { 'cache-control': 'no-store' };
  return {
    status,
    body: {},
    text: JSON.stringify(data),
    contentType: 'application/json;charset=utf-8',
    headers,
  };
}
