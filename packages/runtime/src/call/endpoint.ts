/**
 * Hosts of one network, as the spec lists them: `public`, or `vpc` for hosts that only Alibaba Cloud's own networks reach;
 * the URL, in which `{region}` stands for the region; the regions that have such a host, none when the URL is the same for all.
 */
export type EndpointTemplate = readonly [network: string, url: string, ...regions: string[]];

/** What decides the endpoint. */
export interface EndpointOptions {
  readonly region?: string | undefined;
  readonly network?: string | undefined;
  readonly endpoint?: string | undefined;
}

/**
 * Origin that requests go to. An explicit endpoint wins over region and network.
 *
 * @throws TypeError when the endpoint is not an http(s) origin, RangeError when the region has no host in the network
 */
export function resolveOrigin(
  { endpoint, region, network = 'public' }: EndpointOptions,
  templates: readonly EndpointTemplate[],
): string {
  if (endpoint !== undefined) return explicitOrigin(endpoint);
  const known: string[] = [];
  for (const [name, url, ...regions] of templates) {
    if (name !== network) continue;
    if (!regions.length || regions.includes(region!)) return url.replace('{region}', region!);
    known.push(...regions);
  }
  throw new RangeError(`region: ${region} has no ${network} endpoint, only ${known.join(', ')}`);
}

function explicitOrigin(endpoint: string): string {
  const text = endpoint.includes('://') ? endpoint : `https://${endpoint}`;
  // A path or query would be sent but not signed; a user name would end up in logs.
  const { origin, href } = URL.canParse(text) ? new URL(text) : ({} as URL);
  if (!/^https?:/.test(origin) || href !== `${origin}/`)
    throw new TypeError('endpoint: must be a host or http(s)://host:port');
  return origin;
}
