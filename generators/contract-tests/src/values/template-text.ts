/**
 * Templates as text and back. Inside decoded values a placeholder is marked with two private-use characters, which
 * survive `JSON.stringify`; in the emitted files it is `{name}` with literal braces doubled.
 */
import type { Template } from '@swas/generator-model';

const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARKED = /\uE000([^\uE001]*)\uE001/u;

/** A placeholder for use inside decoded values. */
export const placeholder = (input: string): string => `${OPEN}${input}${CLOSE}`;

/** Text with marked placeholders. */
export const toMarkedText = (template: Template): string =>
  template.map((part) => (typeof part === 'string' ? part : placeholder(part.input))).join('');

/** The template that a text with marked placeholders stands for. */
export function fromMarkedText(text: string): Template {
  // Splitting by a pattern with one group gives literal and name in turn.
  return text
    .split(MARKED)
    .map((part, index) => (index % 2 === 0 ? part : { input: part }))
    .filter((part) => part !== '');
}

const doubled = (text: string): string =>
  text.includes('{') || text.includes('}') ? text.replaceAll(/[{}]/gu, '$&$&') : text;

/** The text that is emitted: `{name}` for an input, doubled braces for a brace. */
export const toEmittedText = (template: Template): string =>
  template.map((part) => (typeof part === 'string' ? doubled(part) : `{${part.input}}`)).join('');

/** The emitted text of one with marked placeholders. */
export const emittedText = (marked: string): string =>
  marked.includes(OPEN) ? toEmittedText(fromMarkedText(marked)) : doubled(marked);

/** Names of the inputs that a template uses, in order, each once. */
export const inputsOf = (template: Template): readonly string[] => [
  ...new Set(template.flatMap((part) => (typeof part === 'string' ? [] : [part.input]))),
];

/** The same template with other input names. */
export const renameInputs = (template: Template, rename: (input: string) => string): Template =>
  template.map((part) => (typeof part === 'string' ? part : { input: rename(part.input) }));
