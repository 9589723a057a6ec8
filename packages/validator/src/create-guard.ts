import type { Check } from './check.ts';

/** Makes a type guard of a compiled check. Never throws: what cannot be read is not valid. */
export function createGuard<T>(check: Check): (value: unknown) => value is T {
  return (value): value is T => {
    try {
      return check(value, [], false) !== undefined;
    } catch {
      return false;
    }
  };
}
