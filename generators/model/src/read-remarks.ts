import type { Operation } from './api-model.ts';
import type { Context } from './context.ts';
import { present } from './optional.ts';
import { readSource } from './read-source.ts';
import type { SpecNode } from './spec-node.ts';
import { keySet } from './key-set.ts';

const questionKeys = keySet('question choice');
const uncheckedKeys = keySet('statement reason x-source');

/** Reads `x-open-questions` of an operation. */
export function readOpenQuestions({ reader }: Context, node: SpecNode): Operation['openQuestions'] {
  return (node.get('x-open-questions')?.items('`x-open-questions`') ?? []).map((item) => {
    reader.checkKeys(item, '`x-open-questions`', questionKeys);
    const text = (key: string): string => item.get(key)?.string(`\`${key}\``) ?? '';
    return { question: text('question'), choice: text('choice') };
  });
}

/** Reads `x-acs-unchecked` of an operation: what the documents state and no call can show. */
export function readUnchecked(context: Context, node: SpecNode): Operation['unchecked'] {
  return (node.get('x-acs-unchecked')?.items('`x-acs-unchecked`') ?? []).map((item) => {
    context.reader.checkKeys(item, '`x-acs-unchecked`', uncheckedKeys);
    const text = (key: string): string => item.get(key)?.string(`\`${key}\``) ?? '';
    return present({
      statement: text('statement'),
      reason: text('reason'),
      source: readSource(context, item),
    });
  });
}
