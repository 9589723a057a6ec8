import type { Pair } from '../signing/canonical.ts';
import type { OperationDescriptor } from './operation.ts';

/** Parameters as wire text, by where they are sent. */
export interface WireParameters {
  readonly query: Pair[];
  readonly headers: Record<string, string>;
  form?: Pair[];
}

/** Puts a value, never `undefined` or `null`, among the parameters. */
export type Encoder = (wire: WireParameters, name: string, value: unknown) => void;

/**
 * Turns a request into wire text. Properties that are `undefined` or `null` are not sent; a token that is missing, or empty,
 * is made here, once per logical call, because a repeated request is recognized by it.
 */
export function serialize(
  [, , , token, parameters = {}]: OperationDescriptor,
  request: object,
): WireParameters {
  const wire: WireParameters = { query: [], headers: {} };
  const given = request as Record<string, unknown>;
  const put = (name: string, value: unknown) => {
    // A parameter may be called `constructor`; what the table inherits is not meant.
    const encode = Object.hasOwn(parameters, name) ? parameters[name]! : plain;
    if (value !== undefined && value !== null) encode(wire, name, value);
  };
  if (token) put(token, given[token] || crypto.randomUUID());
  for (const name of Object.keys(given)) if (name !== token) put(name, given[name]);
  return wire;
}

/** A scalar as it is; the items of a list joined by commas. */
export const plain: Encoder = ({ query }, name, value) => query.push([name, String(value)]);

/** JSON text. */
export const json: Encoder = ({ query }, name, value) => query.push([name, JSON.stringify(value)]);

/** `Name.1`, `Name.1.Key`, `Name.Key`: the gateway's form of lists, objects and maps. */
export const flat: Encoder = (wire, name, value) => {
  if (value === undefined || value === null) return;
  if (typeof value !== 'object') return plain(wire, name, value);
  for (const [key, item] of Object.entries(value)) {
    // The gateway counts from 1.
    flat(wire, `${name}.${Array.isArray(value) ? Number(key) + 1 : key}`, item);
  }
};

/** Sends a parameter as a header. */
export const header: Encoder = ({ headers }, name, value) => {
  headers[name] = String(value);
};

/** Sends a parameter in a form body, written by `encoder`. */
export const form =
  (encoder: Encoder): Encoder =>
  (wire, name, value) => {
    wire.headers['content-type'] = 'application/x-www-form-urlencoded';
    encoder({ query: (wire.form ??= []), headers: {} }, name, value);
  };
