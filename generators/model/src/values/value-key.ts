import type { JsonValue } from '../api-model.ts';

/** A text that equal values share, and no others: the order of an object's members does not matter. */
export const valueKey = (value: JsonValue): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value, inOrder) : JSON.stringify(value);

const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Whether a list holds a value more than once, as `uniqueItems` means it. */
export const hasTwice = (items: readonly JsonValue[]): boolean =>
  new Set(items.map(valueKey)).size < items.length;
