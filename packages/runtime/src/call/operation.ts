import type { Encoder } from './serialize.ts';

/** JSON type of a value in an answer; `any` only asks that it is there. */
export type ValueType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'any';

/**
 * What the runtime has to know of an operation; emitted from the spec. A tuple, because the names of properties stay in
 * every bundle: wire name, sent as `x-acs-action`; API version, sent as `x-acs-version`; properties that an answer must
 * have; the parameter that makes repeating harmless, filled with a random UUID where the caller gives none; how a parameter
 * is sent, by its name, where that is not plain text in the query string; whether a call changes nothing, so that it may be
 * repeated; the HTTP method, default `POST`.
 */
export type OperationDescriptor = readonly [
  name: string,
  version: string,
  required: Readonly<Record<string, ValueType>>,
  idempotencyParameter?: string | undefined,
  parameters?: Readonly<Record<string, Encoder>> | undefined,
  readOnly?: boolean | undefined,
  method?: 'GET' | 'POST',
];
