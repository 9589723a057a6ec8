import type { ErrorCode, YAMLError } from 'yaml';

const tooFar =
  'a line is indented further than the one it belongs to, or a text that holds `: ` needs quotes';

/** What to do about the parser's commonest complaints: its messages name rules of YAML, not mistakes of people. */
const hints: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'close the bracket or quote that is open, and indent the line like its neighbours',
  BLOCK_AS_IMPLICIT_KEY: tooFar,
  MULTILINE_IMPLICIT_KEY: tooFar,
  MISSING_CHAR: 'a colon, comma, quote or bracket is missing here or on the line before',
  MULTIPLE_DOCS: 'a spec is one document: remove the second `---` and what follows',
  RESOURCE_EXHAUSTION: 'use `$ref` for deep structures',
  TAB_AS_INDENT: 'indent by spaces',
  UNEXPECTED_TOKEN: 'put the text in quotes, or remove what does not belong here',
  BAD_SCALAR_START: 'put the text in quotes',
};

/** The parser's message, without the advice that it has for programmers. */
export function yamlMessage({ code, message }: YAMLError): string {
  if (code === 'RESOURCE_EXHAUSTION') return 'the file is nested too deeply to be read';
  return code === 'MULTIPLE_DOCS' ? 'the file holds more than one document' : message;
}

/** How to mend what the parser complained about. */
export function yamlHint(code: ErrorCode): string {
  return hints[code] ?? 'check indentation, quotes and brackets at this place';
}
