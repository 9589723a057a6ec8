/** How far a request's date may be from the gateway's clock, in milliseconds: 15 minutes each way. */
export const timestampWindow = 15 * 60 * 1000;

const iso8601Utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** The condition that a request's date meets, or undefined when it is all right. */
export function timestampFault(text: string | undefined, now: number): TimestampFault | undefined {
  if (text === undefined || text === '') return 'missing-timestamp';
  const time = iso8601Utc.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) return 'invalid-timestamp';
  return Math.abs(now - time) > timestampWindow ? 'timestamp-expired' : undefined;
}

export type TimestampFault = 'missing-timestamp' | 'invalid-timestamp' | 'timestamp-expired';
