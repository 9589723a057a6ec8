import { readText } from './block.ts';
import { Cursor, OutsideSubset } from './cursor.ts';
import type { SyntaxNode } from './syntax-node.ts';

/**
 * Characters and lines that only the library judges: tabs, other line ends and spaces, control characters, lone halves of a character,
 * directives and marks between documents.
 */
const unusual =
  // oxlint-disable-next-line no-control-regex -- these are the characters in question
  /[^\n\u0020-\u007e\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10fffd}]|^(?:---|\.\.\.|%)/mu;

/**
 * Reads a text in the plain style in which specs are written: mappings and lists by indentation or in brackets, quoted, plain and block
 * texts. That is some ten times as fast as the library, which reads everything that YAML has.
 * @returns `undefined` for a text that uses anything else, or that may be faulty: what it means, and what is wrong with it, the library says.
 */
export function readQuickly(text: string): SyntaxNode | undefined {
  if (unusual.test(text)) return undefined;
  try {
    return readText(new Cursor(text));
  } catch (error) {
    if (error instanceof OutsideSubset) return undefined;
    throw error;
  }
}
