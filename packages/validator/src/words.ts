import type { Issue, IssueCode } from './issue.ts';

/** A sentence for each rule that an operation's requests can break. */
export type Sentences = Readonly<Partial<Record<IssueCode, string>>>;

type SentenceParts = Pick<Issue, 'path' | 'code' | 'limit' | 'actual' | 'suggestion'>;

/** Puts an issue into words. */
export function sentence(issue: SentenceParts, sentences: Sentences): string {
  const { path, code, limit, actual, suggestion } = issue;
  const show = (value: unknown): string => {
    if (code === 'type') return withArticle(String(value));
    return code === 'enum' || code === 'const' ? shorten(JSON.stringify(value) ?? '') : String(value);
  };
  const allowed = (Array.isArray(limit) ? limit : [limit]).map(show);
  const text = (sentences[code] ?? 'is not valid')
    .replace(/, not {actual}/, actual === undefined ? '' : `, not ${show(actual)}`)
    .replace('{limit}', () => allowed.join(' or '));
  const hint =
    suggestion === undefined
      ? ''
      : `; did you mean ${code === 'required' ? `it by ${String(actual)}` : suggestion}?`;
  return `${place(path)} ${text}${hint === '' ? '.' : hint}`;
}

function withArticle(type: string): string {
  return type === 'null' || type === 'undefined' ? type : `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`;
}

/** `ImageIds[1]`, `Filter.Key`, or words for the whole. */
function place(path: readonly (string | number)[]): string {
  const [first, ...rest] = path;
  if (first === undefined) return 'The request';
  return shorten(
    rest.reduce<string>(
      (text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${key}`),
      String(first),
    ),
  );
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
