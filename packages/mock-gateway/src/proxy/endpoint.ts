import type { Catalogue, CatalogueOperation } from '../catalogue.ts';
import { Refusal } from '../refusal.ts';
import { firstValue, type Pair } from '../requests/query.ts';

/** Where calls go when the endpoint is not fixed. */
export interface EndpointOptions {
  readonly endpoint: string | undefined;
  /** Region of calls that name none. */
  readonly region: string | undefined;
}

/**
 * The endpoint of a call: the fixed one, or the public one of its region. Only regions of the spec count, so that no
 * parameter can send a signed request to a host of its own making.
 */
export function endpointOf(
  catalogue: Catalogue,
  operation: CatalogueOperation,
  query: readonly Pair[],
  { endpoint, region }: EndpointOptions,
): URL | Refusal {
  if (endpoint !== undefined) return new URL(endpoint);
  const server = catalogue.servers.find(({ network }) => network === 'public');
  if (server === undefined)
    return unknown('The spec has no public server. Start the proxy with --endpoint URL.');
  const parameter = operation.parameters.find(({ serverVariable }) => serverVariable === 'region');
  const named = parameter === undefined ? undefined : firstValue(query, parameter.name);
  const wanted = named ?? region;
  const values = server.variables.find(({ name }) => name === 'region')?.values ?? [];
  if (values.length > 0 && (wanted === undefined || !values.includes(wanted))) {
    return unknown(`The region is not one of the spec's: ${values.join(', ')}.`);
  }
  const fill = (_: string, name: string): string =>
    name === 'region'
      ? (wanted ?? '')
      : (server.variables.find((variable) => variable.name === name)?.default ?? '');
  return new URL(server.url.replace(/\{([^}]+)\}/g, fill));
}

function unknown(message: string): Refusal {
  return new Refusal(400, 'ProxyUnknownEndpoint', message);
}
