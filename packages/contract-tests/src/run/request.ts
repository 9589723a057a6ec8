/** One signed request, and what the gateway cases spoil about it. */
import { send, signRequest, type SignedRequest, type TransportResponse } from '@swas/runtime';
import { randomUUID } from 'node:crypto';
import type { Catalogue, Tampering } from '../contract-case.ts';
import type { RunSettings } from './settings.ts';

/** Far outside the 15 minutes within which a date is accepted, in milliseconds. */
const OUTSIDE_WINDOW = 60 * 60 * 1000;

export interface Call {
  readonly action: string;
  readonly query: Readonly<Record<string, string>>;
  readonly tamper?: Tampering;
}

interface Draft {
  readonly action: string;
  readonly version: string;
  readonly method: string;
  readonly credentials: RunSettings['credentials'];
  readonly date: Date;
}

function draftOf(call: Call, catalogue: Catalogue, { credentials }: RunSettings): Draft {
  const { action, tamper } = call;
  const method = catalogue.methods[action] ?? 'POST';
  const draft = { action, version: catalogue.version, method, credentials, date: new Date() };
  switch (tamper) {
    case 'wrong-secret':
      return {
        ...draft,
        credentials: { ...credentials, accessKeySecret: `${credentials.accessKeySecret}x` },
      };
    case 'unknown-access-key':
      return { ...draft, credentials: { ...credentials, accessKeyId: `none${randomUUID().slice(0, 8)}` } };
    case 'old-date':
      return { ...draft, date: new Date(Date.now() - OUTSIDE_WINDOW) };
    case 'future-date':
      return { ...draft, date: new Date(Date.now() + OUTSIDE_WINDOW) };
    case 'unknown-action':
      return { ...draft, action: `No${action}` };
    case 'unknown-version':
      return { ...draft, version: '1999-01-01' };
    case 'other-method':
      return { ...draft, method: method === 'POST' ? 'GET' : 'POST' };
    default:
      return draft;
  }
}

/** Where each parameter of a call goes; an item of a flattened list goes where the list goes. */
function placed(
  { action, query }: Call,
  catalogue: Catalogue,
  place: 'query' | 'header' | 'form',
): [string, string][] {
  const locations = catalogue.locations[action] ?? {};
  return Object.entries(query).filter(([name]) => {
    const owner = Object.hasOwn(locations, name) ? name : (name.split('.')[0] ?? name);
    return (Object.hasOwn(locations, owner) ? locations[owner] : 'query') === place;
  });
}

/** Signs a call on the real wire; `nonce` as given or new. */
export async function sign(
  call: Call,
  catalogue: Catalogue,
  settings: RunSettings,
  nonce: string = randomUUID(),
): Promise<SignedRequest> {
  const { action, version, method, credentials, date } = draftOf(call, catalogue, settings);
  const form = placed(call, catalogue, 'form');
  const body = new URLSearchParams(form).toString();
  return signRequest({
    method,
    origin: settings.endpoint,
    query: placed(call, catalogue, 'query'),
    headers: {
      ...Object.fromEntries(
        placed(call, catalogue, 'header').map(([name, value]) => [name.toLowerCase(), value]),
      ),
      'x-acs-action': action,
      'x-acs-version': version,
      accept: 'application/json',
      ...(form.length === 0 ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(form.length === 0 ? {} : { body }),
    credentials,
    date,
    nonce,
  });
}

function spoil(request: SignedRequest, tamper: Tampering | undefined): SignedRequest {
  if (tamper === 'changed-after-signing') {
    return { ...request, url: `${request.url}${request.url.includes('?') ? '&' : '?'}Added=1` };
  }
  if (tamper !== 'unsigned') return request;
  const { authorization: _, Authorization: __, ...headers } = request.headers;
  return { ...request, headers };
}

/**
 * Makes one call.
 *
 * @throws TransportError when no complete answer comes
 */
export async function makeCall(
  call: Call,
  catalogue: Catalogue,
  settings: RunSettings,
): Promise<TransportResponse> {
  const nonce = randomUUID();
  if (call.tamper === 'repeated-nonce') {
    // The nonce is first spent on a call that asks for nothing, so that only the repetition can have an effect.
    await send(await sign({ action: call.action, query: {} }, catalogue, settings, nonce));
  }
  const signed = await sign(call, catalogue, settings, nonce);
  return send(spoil(signed, call.tamper), { timeout: settings.timeout });
}
