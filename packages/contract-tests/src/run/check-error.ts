/** Rules on how an answer names an error, and on when it must not. */
import type { Catalogue } from '../contract-case.ts';
import { member, type Answer } from './read-answer.ts';
import { commonProblem, type Problem } from './record.ts';

/** An error names itself by texts, wherever it comes from. */
function namesItself(answer: Answer): readonly Problem[] {
  return (['Code', 'Message'] as const).flatMap((name) => {
    const value = member(answer, name);
    if (typeof value === 'string' && value !== '') return [];
    const text = `expected ${name} to be a text, got ${JSON.stringify(value) ?? 'nothing'}`;
    return [commonProblem(name === 'Code' ? 'code' : 'message', text)];
  });
}

/** A success that names one of the operation's errors: who reads the status believes that all is well, who reads the body does not. */
function namesNone(action: string, answer: Answer, { coverage }: Catalogue): readonly Problem[] {
  const code = member(answer, 'Code');
  if (!coverage.items.includes(`code:${action}.${String(code)}`)) return [];
  const text = `expected no error with status ${answer.status}, got Code ${JSON.stringify(code)}`;
  return [commonProblem('code', text)];
}

/** What is wrong with the error that an answer names or does not name. */
export const checkError = (action: string, answer: Answer, catalogue: Catalogue): readonly Problem[] =>
  answer.status >= 400 ? namesItself(answer) : namesNone(action, answer, catalogue);
