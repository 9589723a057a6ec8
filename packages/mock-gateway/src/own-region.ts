import type { Catalogue } from './catalogue.ts';

/** Where a call acts that names no region, and where what it names is: the servers' default. Empty where the API has no regions. */
export function ownRegion({ servers }: Catalogue): string {
  const variables = servers.flatMap((server) => server.variables);
  return variables.find(({ name }) => name === 'region')?.default ?? '';
}
