import type { Pair } from '../signing/canonical.ts';
import type { OperationDescriptor, Serialization } from './operation.ts';

/** Parameters as wire text, by where they are sent. */
export interface WireParameters {
  readonly query: Pair[];
  readonly header: Pair[];
  readonly form: Pair[];
}

/** Turns a request into wire text. Properties that are `undefined` or `null` are not sent. */
export function serialize(operation: OperationDescriptor, request: object): WireParameters {
  const wire: WireParameters = { query: [], header: [], form: [] };
  for (const [name, value] of Object.entries(request)) {
    const target = wire[own(operation.location, name) ?? 'query'];
    serializeValue(target, name, value, own(operation.serialization, name));
  }
  return wire;
}

// A parameter may be called `constructor`; what a table inherits is not meant.
const own = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  table && Object.hasOwn(table, name) ? table[name] : undefined;

function serializeValue(
  target: Pair[],
  name: string,
  value: unknown,
  style: Serialization | undefined,
): void {
  if (value === undefined || value === null) return;
  if (style === 'json') target.push([name, JSON.stringify(value)]);
  else if (style === 'flat' && typeof value === 'object') flatten(target, name, value);
  else target.push([name, String(value)]);
}

function flatten(target: Pair[], prefix: string, value: object): void {
  // The gateway counts from 1.
  const first = Array.isArray(value) ? 1 : 0;
  for (const [key, item] of Object.entries(value)) {
    serializeValue(target, `${prefix}.${first ? Number(key) + first : key}`, item, 'flat');
  }
}
