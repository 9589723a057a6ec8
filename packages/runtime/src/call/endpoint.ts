/** Hosts of one network, as the spec lists them. */
export interface EndpointTemplate {
  /** `public`, or `vpc` for hosts that only Alibaba Cloud's own networks reach. */
  readonly network: string;
  /** URL; `{region}` stands for the region. */
  readonly url: string;
  /** Regions that have such a host; empty when the URL is the same for all. */
  readonly regions: readonly string[];
}

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
export const resolveOrigin = (options: EndpointOptions, templates: readonly EndpointTemplate[]): string =>
  options.endpoint === undefined ? regionalOrigin(options, templates) : explicitOrigin(options.endpoint);

function explicitOrigin(endpoint: string): string {
  const text = /^\w+:\/\//.test(endpoint) ? endpoint : `https://${endpoint}`;
  // A path or query would be sent but not signed; a user name would end up in logs.
  const origin = URL.canParse(text) && /^(https?:\/\/[^/?#@]+)\/$/.exec(new URL(text).href)?.[1];
  if (!origin) throw new TypeError('endpoint: must be a host or http(s)://host:port');
  return origin;
}

function regionalOrigin(
  { region, network = 'public' }: EndpointOptions,
  templates: readonly EndpointTemplate[],
): string {
  const candidates = templates.filter((template) => template.network === network);
  const found = candidates.find(({ regions }) => !regions.length || regions.includes(region!));
  if (found) return found.url.replace('{region}', region!);
  const known = candidates.flatMap(({ regions }) => regions);
  throw new RangeError(
    `region: ${region} has no ${network} endpoint, only ${known.join(', ')}; or set endpoint`,
  );
}
