import type { ChainContext } from './chain-context.ts';
import type { CredentialsRequest, CredentialsResponse } from './chain-options.ts';
import { holdCredentials } from './held-credentials.ts';
import { errorCode, Refusal, refuseInvalid } from './refusal.ts';
import type { Credentials } from './types.ts';

/**
 * Sends a request; anything but a 200 is a refusal.
 *
 * @param place how errors name the address, where it should not be shown as it is
 */
export async function fetchText(
  context: ChainContext,
  request: CredentialsRequest,
  place: string = placeOf(request),
): Promise<string> {
  let response: CredentialsResponse;
  try {
    response = await context.environment.request(request);
  } catch (error) {
    const code = errorCode(error);
    throw new Refusal(
      place,
      code === 'TimedOut' ? `no answer within ${request.timeout} ms` : `no answer (${code})`,
    );
  }
  if (response.status !== 200)
    throw new Refusal(place, `answered ${response.status}${answeredCode(response.body)}`);
  return response.body;
}

/** The same for an answer that holds JSON. */
export async function fetchJson(
  context: ChainContext,
  request: CredentialsRequest,
  place: string = placeOf(request),
): Promise<unknown> {
  const text = await fetchText(context, request, place);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(place, 'answered 200 with something that is not JSON');
  }
}

/** Reads the temporary key that all of these services answer with, in the same four fields. */
export function readSession(context: ChainContext, place: string, answer: unknown): Credentials {
  const fields = record(answer);
  if (!fields['SecurityToken']) throw new Refusal(place, 'its answer holds no SecurityToken');
  const given = {
    accessKeyId: fields['AccessKeyId'] as string,
    accessKeySecret: fields['AccessKeySecret'] as string,
    securityToken: fields['SecurityToken'] as string,
    expiration: fields['Expiration'] as string,
  };
  const session = refuseInvalid(place, () => holdCredentials(given, 'its answer'));
  if (session.expiration && session.expiration.getTime() <= context.environment.now()) {
    throw new Refusal(place, `its session ended at ${session.expiration.toISOString()}`);
  }
  return session;
}

/** An object's fields; none when it is no object. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** How errors name an address: a credentials URI can carry a password or a token in the parts left out. */
export function placeOf(request: CredentialsRequest): string {
  const url = new URL(request.url);
  return `${request.method} ${url.origin}${url.pathname}`;
}

// The code is what the services' documentation explains; messages can repeat what was sent.
function answeredCode(body: string): string {
  try {
    const code = record(JSON.parse(body))['Code'];
    return typeof code === 'string' && /^[\w.]{1,100}$/.test(code) ? ` ${code}` : '';
  } catch {
    return '';
  }
}
