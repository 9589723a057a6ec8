import type { CatalogueOperation, JsonObject } from '../catalogue.ts';
import type { Outcome, Refusal } from '../refusal.ts';
import type { ImageStore } from './images.ts';

/** A valid call of an operation. */
export interface Call {
  readonly operation: CatalogueOperation;
  /** Decoded parameters by wire name. */
  readonly request: JsonObject;
  readonly account: string;
  /** Value of the parameter that repeats the server variable `region`, or else its default; empty when the API has no regions. */
  readonly region: string;
  readonly images: ImageStore;
  /** The documented error of this operation with this `Code`. */
  readonly refuse: (code: string) => Refusal;
}

/** What an operation does. Returns the success body without `RequestId`, which the gateway adds. */
export type Behaviour = (call: Call) => Outcome;

/** A parameter's text, empty when it has none. */
export function textOf(request: JsonObject, name: string): string {
  const value = request[name];
  return typeof value === 'string' ? value : '';
}

/** A parameter's list of texts. */
export function textsOf(request: JsonObject, name: string): readonly string[] {
  const value = request[name];
  return Array.isArray(value)
    ? value.filter((item: unknown): item is string => typeof item === 'string')
    : [];
}
