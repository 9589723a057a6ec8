import type { Issue, IssueCode } from './issue.ts';

/** A sentence for each rule that an operation's requests can break and that is not said as `must be {limit}`. */
export type Sentences = Readonly<Partial<Record<IssueCode, string>>>;

/** Puts an issue into words. */
export function sentence(
  { path, code, limit, actual, suggestion }: Pick<Issue, 'path' | 'code' | 'limit' | 'actual' | 'suggestion'>,
  sentences: Sentences,
): string {
  const show = (value: unknown): string =>
    code === 'type'
      ? withArticle(value as string)
      : shorten(code === 'enum' && typeof value === 'string' ? JSON.stringify(value) : String(value));
  const rule = (sentences[code] ?? 'must be {limit}')
    .replace('{limit}', () => [limit].flat().map(show).join(' or '))
    .replace('(s)', limit === 1 ? '' : 's');
  const isMissing = code === 'required';
  return (
    place(path) +
    ' ' +
    rule +
    (isMissing || actual === undefined ? '' : ', not ' + show(actual)) +
    (suggestion ? '; did you mean ' + (isMissing ? 'it by ' + (actual as string) : suggestion) + '?' : '.')
  );
}

function withArticle(type: string): string {
  return type.replace(/^(?!nul|un)/, /^[aio]/.test(type) ? 'an ' : 'a ');
}

/** `ImageIds[1]`, `Filter.Key`, or words for the whole. */
function place(path: Issue['path']): string {
  const keys = path.map((key, index) =>
    typeof key === 'number' ? '[' + key + ']' : index ? '.' + key : key,
  );
  return shorten(keys.join('') || 'The request');
}

// Control characters by their codes: to build the class of a property costs an import more than half a millisecond.
function shorten(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/(?<=^.{80}).+|[\0-\x1f\x7f-\x9f]/gsu, '...');
}
