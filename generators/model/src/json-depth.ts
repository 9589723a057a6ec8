import type { JsonValue } from './api-model.ts';

/** Deepest nesting of an example, default or other JSON value: whoever prints or compares it does so by recursion. */
export const maximumJsonDepth = 100;

/** Whether a value nests no deeper than allowed. Looks at it level by level, since it may come out of a text of any depth. */
export function isShallow(value: JsonValue): boolean {
  let level: readonly JsonValue[] = [value];
  for (let depth = 0; depth <= maximumJsonDepth; depth += 1) {
    level = level.flatMap((each): readonly JsonValue[] =>
      each !== null && typeof each === 'object' ? Object.values(each) : [],
    );
    if (level.length === 0) return true;
  }
  return false;
}
