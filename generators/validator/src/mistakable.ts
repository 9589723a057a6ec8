import { accepts, type Schema } from '@swas/generator-model';
import type { Resolve } from './resolver.ts';

/** Longest number that is tried, in digits: a careless pattern takes long with long texts. */
const longest = 12;

/** Texts that read like numbers and truth values. */
const readings: readonly string[] = [
  'true',
  'false',
  '-1',
  '1.5',
  '1e3',
  ...Array.from({ length: longest }, (_, length) =>
    Array.from({ length: 10 }, (_digit, digit) => String(digit).repeat(length + 1)),
  ).flat(),
  ...Array.from({ length: longest }, (_, length) => '1234567890'.repeat(2).slice(0, length + 1)),
];

/** Whether a text that a schema allows may read like a number or a truth value. */
export function isMistakable(schema: Schema, resolve: Resolve): boolean {
  return readings.some((text) => accepts(schema, text, resolve));
}
