import type { Issue, IssueCode } from './issue.ts';

/** One sentence per rule. What stands after a comma is left out when `actual` is not to be shown. */
const sentences: Record<IssueCode, string> = {
  required: 'is required',
  additionalProperties: 'is not a name of this request',
  type: 'must be {limit}, not {actual}',
  enum: 'must be {limit}, not {actual}',
  const: 'must be {limit}, not {actual}',
  minLength: 'must be at least {limit} characters long, not {actual}',
  maxLength: 'must be at most {limit} characters long, not {actual}',
  pattern: 'must {limit}',
  format: 'must be a valid {limit}',
  minimum: 'must be at least {limit}, not {actual}',
  maximum: 'must be at most {limit}, not {actual}',
  exclusiveMinimum: 'must be more than {limit}, not {actual}',
  exclusiveMaximum: 'must be less than {limit}, not {actual}',
  multipleOf: 'must be a multiple of {limit}, not {actual}',
  minItems: 'must have at least {limit} items, not {actual}',
  maxItems: 'must have at most {limit} items, not {actual}',
  uniqueItems: 'must not have equal items',
  minProperties: 'must have at least {limit} names, not {actual}',
  maxProperties: 'must have at most {limit} names, not {actual}',
  anyOf: 'has none of the allowed forms',
  oneOf: 'must have exactly one of the allowed forms',
  'false schema': 'is not allowed',
  size: 'nests deeper than 100 levels or holds more than 100,000 values',
  unreadable: 'cannot be read',
  repeated: 'must be given only once',
  json: 'must be JSON text',
};

/** Puts an issue into words. */
export function sentence(issue: Pick<Issue, 'path' | 'code' | 'limit' | 'actual' | 'suggestion'>): string {
  const { path, code, limit, actual, suggestion } = issue;
  const show = (value: unknown): string => {
    if (code === 'type') return withArticle(String(value));
    return code === 'enum' || code === 'const' ? shorten(JSON.stringify(value) ?? '') : String(value);
  };
  const allowed = (Array.isArray(limit) ? limit : [limit]).map(show);
  const text = sentences[code]
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
