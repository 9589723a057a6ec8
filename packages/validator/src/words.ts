import type { Issue, IssueCode } from './issue.ts';

/** A sentence for each rule that an operation's requests can break and that is not said as `otherwise` says it. */
export type Sentences = Readonly<Partial<Record<IssueCode, string>>>;

const otherwise = 'must be {limit}';

/** Puts an issue into words. */
export function sentence(
  { path, code, limit, actual, suggestion }: Pick<Issue, 'path' | 'code' | 'limit' | 'actual' | 'suggestion'>,
  sentences: Sentences,
): string {
  const show = (value: unknown): string =>
    code === 'type'
      ? withArticle(String(value))
      : shorten(
          typeof value === 'string' && /^(enum|const)$/.test(code) ? JSON.stringify(value) : String(value),
        );
  const text = (sentences[code] ?? otherwise)
    .replace('{limit}', () => [limit].flat().map(show).join(' or '))
    .replace('(s)', limit === 1 ? '' : 's');
  const isMissing = code === 'required';
  const hint =
    suggestion === undefined ? '.' : `; did you mean ${isMissing ? `it by ${String(actual)}` : suggestion}?`;
  return `${place(path)} ${text}${isMissing || actual === undefined ? '' : `, not ${show(actual)}`}${hint}`;
}

function withArticle(type: string): string {
  return /^nul|^un/.test(type) ? type : `${/^[aio]/.test(type) ? 'an' : 'a'} ${type}`;
}

/** `ImageIds[1]`, `Filter.Key`, or words for the whole. */
function place([first, ...rest]: Issue['path']): string {
  return first === undefined
    ? 'The request'
    : shorten(first + rest.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join(''));
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
