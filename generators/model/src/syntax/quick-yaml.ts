import { addDocument } from './block.ts';
import { Cursor, OutsideSubset } from './cursor.ts';
import type { SyntaxTree } from './syntax-tree.ts';

/** Characters that only the library judges: tabs, other line ends and spaces, control characters, lone halves of a character. */
const unusualCharacter =
  // oxlint-disable-next-line no-control-regex -- these are the characters in question
  /[^\n\u0020-\u007e\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10fffd}]/u;

/** A directive, or a mark between documents. */
const marks = /^(?:---|\.\.\.|%)/m;

/** Both for the first look at a text, since most are ASCII. */
const unusual = /[^\n\u0020-\u007e]|^(?:---|\.\.\.|%)/m;

/** Whether the library has to judge a text. */
export function isUnusual(text: string): boolean {
  return unusual.test(text) && (marks.test(text) || unusualCharacter.test(text));
}

/**
 * Reads a text in the plain style in which specs are written: mappings and lists by indentation or in brackets, quoted, plain and block
 * texts. That is some thirty times as fast as the library, which reads everything that YAML has.
 * @returns `undefined` for a text that uses anything else, or that may be faulty: what it means, and what is wrong with it, the library says.
 */
export function readQuickly(text: string): SyntaxTree | undefined {
  if (isUnusual(text)) return undefined;
  const cursor = new Cursor(text);
  try {
    addDocument(cursor);
  } catch (error) {
    if (error instanceof OutsideSubset) return undefined;
    throw error;
  }
  return cursor.tree.finish();
}
