import type { Source } from '@swas/generator-model';

/** What would end the text of a Markdown link or begin something else in it. */
const marks = /[\\[\]<>`*_]/g;

/** Where a fact is documented, as a Markdown link. */
export function sourceLink(source: Source | undefined): string | undefined {
  if (source === undefined) return undefined;
  const { page, section, row } = source;
  const text = [page.title, section, row].filter((part) => part !== undefined).join(', ');
  return `Documented: [${text.replaceAll(marks, String.raw`\$&`)}](<${page.url}>)`;
}
