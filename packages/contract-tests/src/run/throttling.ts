/** Answers that mean: too many calls, try later. They are no failure. */
import type { Catalogue } from '../contract-case.ts';
import { member, type Answer } from './read-answer.ts';

/** Wait where the answer names none: with 10 calls a minute, the next is free after this many milliseconds. */
const DEFAULT_WAIT = 6000;
const LONGEST_WAIT = 60_000;

/** Milliseconds to wait before the call is repeated; `undefined` when the answer is no throttling. */
export function throttled(answer: Answer, catalogue: Catalogue): number | undefined {
  const code = member(answer, 'Code');
  const told = catalogue.throttlingCodes.some((known) => known === code);
  if (!told && answer.status !== 429 && !String(code).startsWith('Throttling')) return undefined;
  const header = answer.headers['x-acs-retry-after'];
  const wait = header !== undefined && /^\d+$/u.test(header) ? Number(header) : DEFAULT_WAIT;
  return Math.min(wait, LONGEST_WAIT);
}

/** Waits; not at all for 0 or less. */
export async function waitFor(milliseconds: number): Promise<void> {
  if (milliseconds <= 0) return;
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
