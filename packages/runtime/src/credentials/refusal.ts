import { LookupError } from './lookup-error.ts';

/** Why one source of the chain did not serve; the chain collects these. Thrown inside the chain only. */
export class Refusal extends Error {
  readonly place: string;

  constructor(place: string, reason: string) {
    super(reason);
    this.place = place;
  }
}

/** The `code` of an error of node:fs or node:http. Its message is left out: it can quote what a file or an answer holds. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && /^\w{1,64}$/.test(code) ? code : 'unknown error';
}

/** Runs `hold`, telling a complaint about its fields as this place's refusal. */
export function refuseInvalid<T>(place: string, hold: () => T): T {
  try {
    return hold();
  } catch (error) {
    if (error instanceof LookupError) throw new Refusal(place, error.message);
    throw error;
  }
}
