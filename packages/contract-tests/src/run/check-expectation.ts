/** Whether an answer is the one that a step asks for. */
import { isDeepStrictEqual } from 'node:util';
import type { Expectation, JsonValue } from '../contract-case.ts';
import { member, valueAt, type Answer } from './read-answer.ts';
import type { Problem } from './record.ts';

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

function checkRefusal(answer: Answer): readonly Problem[] {
  if (answer.status >= 400 && answer.status < 500) return [];
  return [{ aspect: 'status', text: `expected a refusal (status 400 to 499), got ${answer.status}` }];
}

/** What a call means may be left open, but not that the service fails. */
const brokenDown = ({ status }: Answer): Problem => ({
  aspect: 'status',
  text: `expected any answer but a failure of the service, got ${status}`,
});

/**
 * Whether the text is in another language than the documents, by what the answer says of it or by its letters. Nothing says that
 * texts are not translated, and who relies on an error relies on its `Code`.
 */
function isTranslated({ headers }: Answer, message: JsonValue | undefined): boolean {
  const language = headers['content-language'] ?? 'en';
  return (
    typeof message === 'string' && (!/^en\b/iu.test(language) || /(?!\p{Script=Latin})\p{L}/u.test(message))
  );
}

function checkExact(answer: Answer, expected: Expectation & { readonly kind: 'answer' }): readonly Problem[] {
  const problems: Problem[] = [];
  if (answer.status !== expected.status) {
    problems.push({ aspect: 'status', text: `expected status ${expected.status}, got ${answer.status}` });
  }
  const code = member(answer, 'Code');
  if (expected.code !== undefined && code !== expected.code) {
    problems.push({ aspect: 'code', text: `expected Code ${shown(expected.code)}, got ${shown(code)}` });
    return problems;
  }
  const message = member(answer, 'Message');
  if (expected.messages?.some((text) => text === message) === false && !isTranslated(answer, message)) {
    const texts = expected.messages.map(shown).join(' or ');
    problems.push({ aspect: 'message', text: `expected Message ${texts}, got ${shown(message)}` });
  }
  for (const { pointer, equals } of expected.body ?? []) {
    const value = valueAt(answer.body, pointer);
    if (isDeepStrictEqual(value, equals)) continue;
    problems.push({ aspect: 'body', text: `expected ${shown(equals)} at ${pointer}, got ${shown(value)}` });
  }
  return problems;
}

/** What differs from the expectation. */
export function checkExpectation(answer: Answer, expected: Expectation): readonly Problem[] {
  switch (expected.kind) {
    case 'any':
      return answer.status < 500 ? [] : [brokenDown(answer)];
    case 'refusal':
      return checkRefusal(answer);
    case 'answer':
      return checkExact(answer, expected);
  }
}
