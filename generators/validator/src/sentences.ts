import { fileText, propertyName, stringLiteral } from '@swas/generator-kit';
import { generatorName } from './generator-name.ts';

/** Rules that any request can break, whatever its schema says. */
const always = ['required', 'additionalProperties'];

/**
 * What is said about each rule. The package fills in `{limit}`, leaves `(s)` out where the limit is 1, and adds what was
 * found. About any other rule it says `must be {limit}`.
 */
const texts = new Map([
  ['required', 'is required'],
  ['additionalProperties', 'is not a name of this request'],
  ['minLength', 'must be at least {limit} character(s) long'],
  ['maxLength', 'must be at most {limit} character(s) long'],
  ['pattern', 'must {limit}'],
  ['format', 'must be a valid {limit}'],
  ['minimum', 'must be at least {limit}'],
  ['maximum', 'must be at most {limit}'],
  ['exclusiveMinimum', 'must be more than {limit}'],
  ['exclusiveMaximum', 'must be less than {limit}'],
  ['multipleOf', 'must be a multiple of {limit}'],
  ['minItems', 'must have at least {limit} item(s)'],
  ['maxItems', 'must have at most {limit} item(s)'],
  ['uniqueItems', 'must not have equal items'],
  ['minProperties', 'must have at least {limit} name(s)'],
  ['maxProperties', 'must have at most {limit} name(s)'],
  ['anyOf', 'has none of the allowed forms'],
  ['oneOf', 'must have exactly one of the allowed forms'],
  ['false schema', 'is not allowed'],
]);

/** Rules that have a sentence, of those that the checks of a model can find broken, as a text. */
export function sentenceCodes(keywords: readonly string[]): string {
  return [...new Set([...always, ...keywords])]
    .filter((code) => texts.has(code))
    .toSorted()
    .join();
}

/** The sentences of rules: a bundle carries no others. */
export function printSentences(codes: string): string {
  const entries = codes
    .split(',')
    .map((code) => `${propertyName(code)}: ${stringLiteral(texts.get(code) ?? '')}`);
  return fileText({
    generator: generatorName,
    statements: [
      "import type { Sentences } from '../words.ts';",
      `/** What is said about each rule that a request can break. */\nexport const sentences: Sentences = { ${entries.join(', ')} };`,
    ],
  });
}
