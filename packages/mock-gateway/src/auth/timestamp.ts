/** How far a request's date may be from the gateway's clock, in milliseconds: 15 minutes each way. */
export const timestampWindow = 15 * 60 * 1000;

const iso8601Utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** The condition that a request's date meets, or undefined when it is all right. */
export function timestampFault(text: string | undefined, now: number): TimestampFault | undefined {
  if (text === undefined || text === '') return 'missing-timestamp';
  const time = timeOf(text);
  if (Number.isNaN(time)) return 'invalid-timestamp';
  return Math.abs(now - time) > timestampWindow ? 'timestamp-expired' : undefined;
}

/** The text that came last and its time: calls of the same second have the same. */
let last: readonly [text: string, time: number] = ['', Number.NaN];

/** Milliseconds since 1970; NaN for text of another form, and for a day or an hour that there is not. */
function timeOf(text: string): number {
  if (text !== last[0]) last = [text, iso8601Utc.test(text) ? Date.parse(text) : Number.NaN];
  return last[1];
}

export type TimestampFault = 'missing-timestamp' | 'invalid-timestamp' | 'timestamp-expired';
