/** Inputs of templates that are new in every call: `fresh-36` of so many characters, `fresh-uuid` a UUID. */
import { inputsOf } from '../template.ts';
import type { RandomTexts } from './random.ts';

const FRESH = /^fresh-(?:uuid|(\d+))$/u;

/** Whether an input is one of them, which no case declares. */
export const isFresh = (name: string): boolean => FRESH.test(name);

/** The values of a call with those that its templates want anew. */
export function withFresh(
  values: ReadonlyMap<string, string>,
  query: Readonly<Record<string, string>>,
  texts: RandomTexts,
): ReadonlyMap<string, string> {
  const names = Object.values(query).flatMap(inputsOf).filter(isFresh);
  if (names.length === 0) return values;
  const fresh = names.map((name) => {
    const length = FRESH.exec(name)?.[1];
    return [name, length === undefined ? texts.uuid() : texts.unique(Number(length))] as const;
  });
  return new Map([...values, ...fresh]);
}
