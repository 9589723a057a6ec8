import type { DocStructure } from './structures.ts';

/** Documentation comments, each on lines of its own. */
export function docsText(docs: readonly DocStructure[] = [], indent = ''): string {
  let text = '';
  for (const doc of docs) text += `${indent}${commentText(doc, indent)}\n`;
  return text;
}

function commentText(doc: DocStructure, indent: string): string {
  const text = typeof doc === 'string' ? doc : doc.description;
  if (!text.includes('\n')) return `/** ${text} */`;
  const lines = text.split(/\r?\n/);
  if (lines[0] === '') lines.shift();
  let inner = '';
  for (const line of lines) inner += `${indent} * ${line}`.trimEnd() + '\n';
  return `/**\n${inner}${indent} */`;
}
