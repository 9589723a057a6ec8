/**
 * Ms that a server asks to wait: `x-acs-retry-after` in ms, else `Retry-After` in seconds or as a date.
 * Absent when it asks for nothing that can be read.
 */
export function retryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  const standard = headers['retry-after'] || NaN;
  const seconds = Number(standard) * 1000;
  const delay = Number(
    headers['x-acs-retry-after'] || (seconds >= 0 ? seconds : Date.parse(`${standard}`) - Date.now()),
  );
  return delay >= 0 ? delay : undefined;
}
