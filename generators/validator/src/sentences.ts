import { propertyName, sourceFile, stringLiteral } from '@swas/generator-kit';
import type { EmittedFile } from '@swas/generator-kit';
import type { EditedFunction } from './edit/index.ts';

/** Rules that any request can break, whatever its schema says. */
const always = ['required', 'additionalProperties', 'size', 'unreadable', 'repeated', 'json'];

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
  ['size', 'nests deeper than 100 levels or holds more than 100,000 values'],
  ['unreadable', 'cannot be read'],
  ['repeated', 'must be given only once'],
  ['json', 'must be JSON text such as {limit}'],
]);

/** The sentences of all rules that the checks of a model can find broken: a bundle carries no others. */
export function emitSentences(checks: readonly EditedFunction[], generator: string): EmittedFile {
  const codes = [...new Set([...always, ...checks.flatMap(({ keywords }) => keywords)])].toSorted();
  const entries = codes.flatMap((code) => {
    const text = texts.get(code);
    return text === undefined ? [] : [`${propertyName(code)}: ${stringLiteral(text)}`];
  });
  return sourceFile({
    path: 'sentences.ts',
    generator,
    statements: [
      "import type { Sentences } from '../words.ts';",
      `/** What is said about each rule that a request can break. */\nexport const sentences: Sentences = { ${entries.join(', ')} };`,
    ],
  });
}
