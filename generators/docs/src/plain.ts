import type { JsonValue } from '@swas/generator-model';

/** A JSON object without the fields that are `undefined`. */
export function plain(
  fields: Readonly<Record<string, JsonValue | undefined>>,
): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, JsonValue] => field[1] !== undefined),
  );
}
