/** Hosts of one network, as the spec lists them. */
export interface EndpointTemplate {
  /** `public`, or `vpc` for hosts that only Alibaba Cloud's own networks reach. */
  readonly network: string;
  /** URL; `{region}` stands for the region. */
  readonly url: string;
  /** Regions that have such a host; empty when any has. */
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
export function resolveOrigin(options: EndpointOptions, templates: readonly EndpointTemplate[]): string {
  const { endpoint } = options;
  return endpoint === undefined ? regionalOrigin(options, templates) : explicitOrigin(endpoint);
}

function explicitOrigin(endpoint: string): string {
  const text = endpoint.includes('://') ? endpoint : `https://${endpoint}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // A path or query would be sent but not signed; a user name would end up in logs.
  if (!url || !/^https?:$/.test(url.protocol) || !/^https?:\/\/[^/?#@]+\/?$/i.test(text)) {
    throw new TypeError(
      'endpoint: must be a host or an http(s) URL without path, query and user, like https://host:port',
    );
  }
  return url.origin;
}

function regionalOrigin(
  { region, network = 'public' }: EndpointOptions,
  templates: readonly EndpointTemplate[],
): string {
  const candidates = templates.filter((template) => template.network === network);
  const served = (template: EndpointTemplate): boolean =>
    !template.url.includes('{region}') ||
    (region !== undefined &&
      (template.regions.length ? template.regions.includes(region) : /^[a-z0-9][a-z0-9-]*$/.test(region)));
  const found = candidates.find(served);
  if (found) return found.url.replaceAll('{region}', region ?? '');
  const known = candidates.flatMap(({ regions }) => regions).join(', ');
  throw new RangeError(
    `region: ${JSON.stringify(region)} has no ${network} endpoint; give one of ${known || 'no region'}, or set endpoint`,
  );
}
