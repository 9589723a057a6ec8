/** Data as TypeScript text. */
import { literal } from '@swas/generator-kit';
import type { JsonValue } from '@swas/generator-model';

/** What JSON text must not hold to be a literal as well: a key that sets the prototype, and what the kit escapes. */
const special = /__proto__|[\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff<]/u;

/** A literal of a JSON value. JSON text is one in nearly all cases, in a tenth of the time; formatting makes it look alike. */
export function dataText(value: JsonValue): string {
  const json = JSON.stringify(value);
  return special.test(json) ? literal(value) : json;
}
