import type { Refusal } from '../refusal.ts';
import type { Refusals } from '../refusals.ts';
import type { Incoming } from '../requests/incoming.ts';
import type { AccessKey } from './access-keys.ts';
import type { Nonces } from './nonces.ts';

/** What both signature kinds need to decide about a request. */
export interface AuthenticationContext {
  readonly keys: ReadonlyMap<string, AccessKey>;
  readonly nonces: Nonces;
  readonly refusals: Refusals;
  /** Current time in milliseconds. */
  readonly now: number;
}

/** Decides who sent a request: the key that signed it, or the answer that refuses it. */
export type Authenticate = (incoming: Incoming, context: AuthenticationContext) => AccessKey | Refusal;
