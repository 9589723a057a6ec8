/** A text that a schema accepts. */
import { createRequire } from 'node:module';
import type * as FastCheck from 'fast-check';
import { UnsupportedError } from '@swas/generator-kit';
import { accepts, patternText, type StringSchema } from '@swas/generator-model';

const require = createRequire(import.meta.url);

/** One text of each format that validators check. */
const formats: Readonly<Record<string, string>> = {
  'date-time': '2024-01-01T00:00:00Z',
  date: '2024-01-01',
  email: 'user@example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  byte: 'dGV4dA==',
  uri: 'https://example.com/',
  uuid: '123e4567-e89b-12d3-a456-426655440000',
};

/** How texts of formats begin and end that may be of any length. */
const frames: Readonly<Record<string, readonly [start: string, end: string]>> = {
  email: ['', '@example.com'],
  uri: ['https://example.com/', ''],
};

/** A text of exactly `length` characters with what its format needs around the filler; `undefined` when that does not fit. */
export function framedText(format: string | undefined, filler: string, length: number): string | undefined {
  const [start, end] = frames[format ?? ''] ?? ['', ''];
  const rest = length - start.length - end.length;
  return rest < 0 ? undefined : start + filler.repeat(rest) + end;
}

/** Longest text that is made without need, in characters. */
const LONGEST = 64;

/** How many texts of a pattern are tried before giving up on its limits of length. */
const attempts = 200;

/** Texts that a pattern describes, always the same ones. Loaded only for patterns that need it. */
function textsOf(pattern: string): readonly string[] {
  const { default: fastCheck } = require('fast-check') as { default: typeof FastCheck };
  try {
    const texts = fastCheck.sample(fastCheck.stringMatching(new RegExp(pattern, 'u')), {
      seed: 1,
      numRuns: attempts,
    });
    return texts.toSorted((a, b) => a.length - b.length);
  } catch {
    return []; // A lookaround or another construct that cannot be turned round.
  }
}

function matching(pattern: string, fits: (text: string) => boolean): string | undefined {
  for (let extra = 0; extra < attempts; extra += 1) {
    const text = patternText(pattern, extra);
    if (text === undefined) return textsOf(pattern).find(fits);
    if (fits(text)) return text;
  }
  return textsOf(pattern).find(fits);
}

function search(schema: StringSchema): string | undefined {
  const { format, minLength = 0, maxLength = 8 } = schema;
  const length = Math.max(minLength, Math.min(8, maxLength));
  const fits = (text: string | undefined): text is string =>
    text !== undefined && accepts(schema, text, (same) => same);
  // Texts of some formats come in steps of a few characters.
  const lengths = [0, 1, 2, 3].map((more) => length + more).concat(Math.min(maxLength, LONGEST));
  const framed = lengths.map((one) => framedText(format, 'a', one));
  const given = [formats[format ?? ''], ...framed].find(fits);
  if (given !== undefined) return given;
  return schema.pattern === undefined ? undefined : matching(schema.pattern, fits);
}

/** Large specs repeat few limits over and over. */
const known = new Map<string, string>();

/**
 * A short text that keeps to length, pattern and format.
 * @throws UnsupportedError when there is none: the spec has to give an example then
 */
export function sampleText(schema: StringSchema): string {
  const { minLength = 0, maxLength = 'any', pattern = 'none', format } = schema;
  const limits = `pattern ${pattern}, length ${minLength} to ${maxLength}`;
  const key = `${limits}, format ${format ?? ''}`;
  const found = known.get(key) ?? search(schema);
  if (found !== undefined) {
    known.set(key, found);
    return found;
  }
  throw new UnsupportedError(
    `No text was found that a schema accepts (${limits}), and the contract tests have to send one: add an \`example\` to it.`,
  );
}
