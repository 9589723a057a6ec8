import type { Encoder } from './serialize.ts';

/** JSON type of a value in an answer; `any` only asks that it is there. */
export type ValueType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'any';

/** What the runtime has to know of an operation; emitted from the spec. */
export interface OperationDescriptor {
  /** Wire name, sent as `x-acs-action`. */
  readonly name: string;
  /** API version, sent as `x-acs-version`. */
  readonly version: string;
  readonly method: 'GET' | 'POST';
  /** True when a call changes nothing, so that it may be repeated. */
  readonly readOnly?: boolean;
  /** Parameter that makes repeating harmless; filled with a random UUID where the caller gives none. */
  readonly idempotencyParameter?: string;
  /** How a parameter is sent, by its name. One that is not here is plain text in the query string. */
  readonly parameters?: Readonly<Record<string, Encoder>>;
  /** Properties that an answer must have. */
  readonly required: Readonly<Record<string, ValueType>>;
}
