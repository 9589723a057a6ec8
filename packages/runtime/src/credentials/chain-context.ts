import type { ChainEnvironment } from './chain-options.ts';
import type { Credentials } from './types.ts';

/** The chain's options with every default filled in. */
export interface ChainContext {
  readonly environment: ChainEnvironment;
  readonly profile: string | undefined;
  /** ms */
  readonly metadataTimeout: number;
  /** ms */
  readonly requestTimeout: number;
}

/** One place to look; rejects with a Refusal when it does not serve. */
export type Source = (context: ChainContext) => Promise<Credentials>;

/** An environment variable's value; an empty one counts as not set. */
export function variable(context: ChainContext, name: string): string | undefined {
  return context.environment.env[name] || undefined;
}

/** Whether a variable says `true`, in any case. */
export function flag(context: ChainContext, name: string): boolean {
  return variable(context, name)?.toLowerCase() === 'true';
}
