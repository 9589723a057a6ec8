import type { IncomingMessage } from 'node:http';
import { parsePairs } from '../requests/query.ts';

/** Parameters that make a request a call, whatever else it looks like. */
const callNames = new Set(['Action', 'AccessKeyId', 'Signature']);

/** The path that a person's browser asks for; undefined when the request is a call of the API. */
export function visitedPath({ method, url = '', headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (headers['x-acs-action'] !== undefined || headers.authorization !== undefined) return undefined;
  const mark = url.indexOf('?');
  if (mark === -1) return url;
  const path = url.slice(0, mark);
  // At `/` a query is most likely a call that forgot its Action; only a browser says that it wants a page.
  if (path === '/' && headers.accept?.includes('text/html') !== true) return undefined;
  return parsePairs(url.slice(mark + 1)).some(([name]) => callNames.has(name)) ? undefined : path;
}
