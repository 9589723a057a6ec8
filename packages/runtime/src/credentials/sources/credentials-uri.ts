import type { ChainContext, Source } from '../chain-context.ts';
import { variable } from '../chain-context.ts';
import type { CredentialsRequest } from '../chain-options.ts';
import { Refusal } from '../refusal.ts';
import { fetchJson, placeOf, readSession } from '../remote.ts';
import type { Credentials } from '../types.ts';

const name = 'ALIBABA_CLOUD_CREDENTIALS_URI';

/** A service, most often beside the program, that hands out temporary keys. */
export const credentialsUri: Source = async (context) => {
  const uri = variable(context, name);
  if (!uri) throw new Refusal(`environment variable ${name}`, 'not set');
  return uriSession(context, uri, `environment variable ${name}`, placeOf);
};

/**
 * A session from such a service.
 *
 * @param origin where the address comes from, named when it is none
 * @param address how errors name the address; by default they do not, since it is from a file
 */
export async function uriSession(
  context: ChainContext,
  uri: string,
  origin: string,
  address: (request: CredentialsRequest) => string = () => origin,
): Promise<Credentials> {
  if (!URL.canParse(uri) || !/^https?:/i.test(uri)) {
    throw new Refusal(origin, 'is not an http or https address');
  }
  const request = { method: 'GET', url: uri, timeout: context.requestTimeout } as const;
  const place = address(request);
  return readSession(context, place, await fetchJson(context, request, place));
}
