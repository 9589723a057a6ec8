/**
 * Ms that a server asks to wait: `x-acs-retry-after` in ms, else `Retry-After` in seconds or as a date.
 * Absent when it asks for nothing that can be read, or not to wait.
 */
export function retryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  const standard = headers['retry-after']!;
  return [
    Number(headers['x-acs-retry-after']),
    Number(standard) * 1000,
    Date.parse(standard) - Date.now(),
  ].find((delay) => delay > 0 && delay < Infinity);
}
