/**
 * Ms that a server asks to wait: `x-acs-retry-after` in ms, else `Retry-After` in seconds or as a date.
 * Absent when it asks for nothing that can be read.
 */
export function retryAfter(
  headers: Readonly<Record<string, string>>,
  now: number = Date.now(),
): number | undefined {
  const own = Number(headers['x-acs-retry-after'] || NaN);
  const standard = headers['retry-after'];
  const wait = own >= 0 ? own : Number(standard || NaN) * 1000;
  const delay = wait >= 0 ? wait : Date.parse(standard ?? '') - now;
  return delay >= 0 ? delay : undefined;
}
