import { parseDocument } from 'yaml';
import { fromLibrary } from '../../src/syntax/from-library.ts';
import type { SyntaxNode } from '../../src/syntax/syntax-node.ts';

/** A text as the library reads it; `faulty` when it finds anything wrong. */
export function readByLibrary(text: string): SyntaxNode | 'faulty' | undefined {
  const yaml = parseDocument(text, { uniqueKeys: false, prettyErrors: false, version: '1.2' });
  return yaml.errors.length > 0 ? 'faulty' : fromLibrary(yaml);
}
