/**
 * How a value becomes text, where it is not `plain` (a scalar as it is): `json`: JSON text; `comma`: items joined by
 * commas; `flat`: `Name.1`, `Name.1.Key`, `Name.Key`.
 */
export type Serialization = 'json' | 'comma' | 'flat';

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
  /** By parameter name; a name that is not here is plain text. */
  readonly serialization?: Readonly<Record<string, Serialization>>;
  /** By parameter name; a name that is not here goes into the query string. */
  readonly location?: Readonly<Record<string, 'header' | 'form'>>;
  /** Properties that an answer must have. */
  readonly required: Readonly<Record<string, ValueType>>;
}
