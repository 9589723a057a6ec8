/** One signed request, with what the gateway cases spoil about it. */
import { send, signRequest, type SignedRequest, type TransportResponse } from '@swas/runtime';
import type { Catalogue, Tampering } from '../contract-case.ts';
import { freshNonce, type Nonce } from './nonces.ts';
import type { RunSettings } from './settings.ts';
import { spoilDraft, spoilSigned } from './tamper.ts';

export interface Call {
  readonly action: string;
  readonly query: Readonly<Record<string, string>>;
  readonly tamper?: Tampering;
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

async function sign(
  call: Call,
  catalogue: Catalogue,
  { endpoint, credentials }: RunSettings,
  nonce: string,
): Promise<SignedRequest> {
  const form = placed(call, catalogue, 'form');
  const headers = placed(call, catalogue, 'header').map(([name, value]) => [name.toLowerCase(), value]);
  const draft = {
    method: catalogue.methods[call.action] ?? 'POST',
    origin: endpoint,
    query: placed(call, catalogue, 'query'),
    headers: {
      ...(Object.fromEntries(headers) as Readonly<Record<string, string>>),
      'x-acs-action': call.action,
      'x-acs-version': catalogue.version,
      accept: 'application/json',
      // The documents' texts are English.
      'accept-language': 'en',
      'accept-encoding': 'identity',
      ...(form.length === 0 ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: form.length === 0 ? undefined : new URLSearchParams(form).toString(),
    credentials,
    date: new Date(),
    nonce,
  };
  const signed = await signRequest(spoilDraft(draft, call.tamper));
  return spoilSigned(signed, call.tamper, credentials.accessKeySecret);
}

/** Another operation than the call's own, where there is one: a nonce is used up for all of them. */
const otherAction = ({ action }: Call, { methods }: Catalogue): string =>
  Object.keys(methods).find((name) => name !== action) ?? action;

/**
 * The request of a call, ready to be sent once.
 *
 * @param nonce a new one unless the call is to repeat one that was used
 * @throws TransportError when a nonce has to be spent beforehand and no complete answer comes
 */
export async function prepareCall(
  call: Call,
  catalogue: Catalogue,
  settings: RunSettings,
  nonce: Nonce = freshNonce(),
): Promise<SignedRequest> {
  if (call.tamper === 'repeated-nonce' && !nonce.spent) {
    // It is first spent on a call that asks for nothing, so that only the repetition can have an effect.
    const first = { action: otherAction(call, catalogue), query: {} };
    await send(await sign(first, catalogue, settings, nonce.text), { timeout: settings.timeout });
  }
  return sign(call, catalogue, settings, nonce.text);
}

/**
 * Makes one call.
 *
 * @param nonce as for `prepareCall`
 * @throws TransportError when no complete answer comes
 */
export async function makeCall(
  call: Call,
  catalogue: Catalogue,
  settings: RunSettings,
  nonce?: Nonce,
): Promise<TransportResponse> {
  return send(await prepareCall(call, catalogue, settings, nonce), { timeout: settings.timeout });
}
