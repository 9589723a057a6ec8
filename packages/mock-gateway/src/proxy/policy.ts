import type { Catalogue, CatalogueOperation } from '../catalogue.ts';
import { Refusal } from '../refusal.ts';

/** Which calls the proxy passes on. */
export interface ForwardPolicy {
  /** Operations that may be called; empty means every one of the catalogue. */
  readonly allow: readonly string[];
  /** Whether calls may pass that can change or destroy something. */
  readonly allowWrites: boolean;
}

/** The operation of a façade path if it may be called, else why not. */
export function permit(
  catalogue: Catalogue,
  policy: ForwardPolicy,
  path: string,
): CatalogueOperation | Refusal {
  const operation = catalogue.operations.find(({ name }) => path === `/${name}`);
  if (operation === undefined) {
    const names = catalogue.operations.map(({ name }) => `/${name}`).join(', ');
    return new Refusal(404, 'ProxyUnknownAction', `The proxy knows no such path. There are: ${names}.`);
  }
  if (policy.allow.length > 0 && !policy.allow.includes(operation.name)) {
    return forbidden(
      `${operation.name} is not on the proxy's list. Start it with --allow ${operation.name}.`,
    );
  }
  if (operation.effect === 'write' && !policy.allowWrites) {
    return forbidden(
      `${operation.name} can change or destroy something. Start the proxy with --allow-writes.`,
    );
  }
  return operation;
}

function forbidden(message: string): Refusal {
  return new Refusal(403, 'ProxyActionNotAllowed', message);
}
