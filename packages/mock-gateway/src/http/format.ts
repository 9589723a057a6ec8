import type { Incoming } from '../requests/incoming.ts';
import { firstValue } from '../requests/query.ts';

/**
 * Whether a request asks for XML: by the `Format` parameter of the older protocol, else by `Accept`. The documents
 * disagree on the default; JSON is what every current SDK asks for.
 */
export function wantsXml(incoming: Incoming): boolean {
  const format = firstValue(incoming.query, 'Format') ?? firstValue(incoming.form, 'Format');
  if (format !== undefined) return format.toUpperCase() === 'XML';
  const accept = incoming.headers.accept;
  if (accept === undefined || accept.includes('json')) return false;
  return accept.includes('application/xml') || accept.includes('text/xml');
}
