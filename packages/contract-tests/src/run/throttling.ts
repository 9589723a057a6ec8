/** Answers that mean: too many calls, try later. They are no failure. */
import type { Catalogue } from '../contract-case.ts';
import { member, type Answer } from './read-answer.ts';

/** First wait where the answer names none; each further one is twice as long, so that together they outlast a minute. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 60_000;

/** How often a throttled call is tried in all. */
export const ATTEMPTS = 8;

const milliseconds = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/u.test(text) ? Number(text) : undefined;

/** The wait that the answer asks for: by today's header, by the older one, or by the one that other servers know. */
function askedWait({ headers }: Answer): number | undefined {
  const older = /TimeLeft:(\d+)/u.exec(headers['x-ratelimit-user-api'] ?? headers['x-ratelimit-user'] ?? '');
  const seconds = milliseconds(headers['retry-after']);
  return (
    milliseconds(headers['x-acs-retry-after']) ??
    milliseconds(older?.[1]) ??
    (seconds === undefined ? undefined : seconds * 1000)
  );
}

/**
 * Milliseconds to wait before the call is repeated; `undefined` when the answer is no throttling.
 *
 * @param attempt how often the call was made, this answer's time included
 */
export function throttled(answer: Answer, catalogue: Catalogue, attempt = 1): number | undefined {
  const code = member(answer, 'Code');
  const told = catalogue.throttlingCodes.some((known) => known === code);
  if (!told && answer.status !== 429 && !String(code).startsWith('Throttling')) return undefined;
  return Math.min(askedWait(answer) ?? FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT);
}

/** Waits; not at all for 0 or less. */
export async function waitFor(time: number): Promise<void> {
  if (time <= 0) return;
  await new Promise((resolve) => {
    setTimeout(resolve, time);
  });
}
