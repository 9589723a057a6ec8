import { createContext, Script, type Context as Sandbox } from 'node:vm';
import { patternSize, mayTakeLong } from './pattern-size.ts';
import type { Reader } from './reader.ts';
import type { StringSchema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';

/** Longest pattern, in characters, and longest text that its counted repetitions may ask for. */
const longestPattern = 1000;
const longestText = 100_000;

/** How long the trials of one pattern may take, in milliseconds: a right one takes a thousandth of it. */
const timeLimit = 1000;

/** Lengths of the texts that show whether each further character doubles the time, and whether it grows by the cube of the length. */
const [shortTrial, longTrial] = [64, 2049];

/** Specs repeat few patterns over and over. */
const judged = new Map<string, string | undefined>();
const mostJudged = 1000;

/**
 * Reports a pattern that is none, or that cannot be worked with. Generators try patterns on texts, and what they emit tries them on
 * strangers' requests: one that takes a day for thirty characters would stop both.
 */
export function checkPattern(reader: Reader, node: SpecNode, schema: StringSchema): void {
  const { pattern } = schema;
  if (pattern === undefined) return;
  const place = node.get('pattern') ?? node;
  try {
    RegExp(pattern, 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `\`pattern\` is no regular expression: ${reason}`;
    reader.report(place.location, message, 'ECMA-262 with the `u` flag', 'correct it');
    return;
  }
  if (pattern.length > longestPattern || patternSize(pattern) > longestText) {
    const expected = `at most ${longestPattern} characters, and repetitions for texts of at most ${longestText}`;
    reader.report(place.location, '`pattern` is too large', expected, 'simplify it, or describe it in words');
    return;
  }
  if (!mayTakeLong(pattern) || isQuick(pattern, trialTexts(schema, node.get('example')?.scalar()))) return;
  reader.report(
    place.location,
    '`pattern` takes too long on some texts',
    'one whose time does not grow with each way to divide the text among its repetitions',
    'let no repetition stand inside another one or beside one for the same characters',
  );
}

/** Texts on which a careless pattern goes wrong: one character over and over, with and without an end that does not match. */
function trialTexts({ pattern = '' }: StringSchema, example: unknown): string[] {
  const characters = new Set(['a', '0', 'A', '-', '.', ...(pattern.match(/[\p{L}\p{N} _@:/]/gu) ?? [])]);
  const short = [...characters].slice(0, 40).map((character) => character.repeat(shortTrial));
  const long = [...'a0A-.'].map((character) => character.repeat(longTrial));
  return [
    ...short.map((text) => `${text}\u0000`),
    ...long,
    ...(typeof example === 'string' ? [example] : []),
  ];
}

/** On texts as short as this, in characters, no pattern takes long. */
const shortText = 16;

/** Patterns that took too long on some text. */
const slow = new Set<string>();

/** Texts on which a pattern did not, by the pattern: a trial costs as much as reading an operation, and specs repeat themselves. */
const quickOn = new Map<string, Set<string>>();

/** Whether a pattern takes too long on a text, or has done so on another one. */
export function takesLong(pattern: string, text: string): boolean {
  if (slow.has(pattern)) return true;
  const quick = quickOn.get(pattern) ?? new Set<string>();
  if (text.length <= shortText || quick.has(text) || !mayTakeLong(pattern)) return false;
  if (trial(pattern, [text]) !== undefined) {
    slow.add(pattern);
    return true;
  }
  if (quickOn.size >= mostJudged || quick.size >= mostJudged) quickOn.clear();
  quickOn.set(pattern, quick.add(text));
  return false;
}

let sandbox: Sandbox | undefined;

/** In a context of its own, since nothing else ends a regular expression that has begun. */
function isQuick(pattern: string, texts: readonly string[]): boolean {
  const key = JSON.stringify([pattern, texts.map((text) => text.length)]);
  if (!judged.has(key)) {
    if (judged.size >= mostJudged) judged.clear();
    judged.set(key, trial(pattern, texts));
  }
  return judged.get(key) === undefined;
}

/** What went wrong, if anything did: time ran out, or the pattern is too large to run. */
function trial(pattern: string, texts: readonly string[]): string | undefined {
  sandbox ??= createContext(Object.create(null));
  const data = JSON.stringify(JSON.stringify({ pattern, texts }));
  const code = `{ const { pattern, texts } = JSON.parse(${data}); const expression = new RegExp(pattern, 'u'); for (const text of texts) expression.test(text); }`;
  try {
    new Script(code).runInContext(sandbox, { timeout: timeLimit });
    return undefined;
  } catch (error) {
    return String(error);
  }
}
