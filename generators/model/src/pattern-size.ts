/** What a pattern consists of, once escapes and classes are one letter each: groups, repetitions, anything else. */
const parts = /\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|\)|\{(\d+)(?:,(\d*))?\}|[*+?|^$]|[^]/gu;

const withoutClasses = (pattern: string): string =>
  pattern.replaceAll(/\\(?:[pPu]\{[^}]*\}|k<[^>]*>|[^])/gu, 'x').replaceAll(/\[[^\]]*\]/gu, 'x');

/** How many characters a text may have for which each counted repetition was used up and each other one was used once. */
export function patternSize(pattern: string): number {
  const groups = [{ size: 0, last: 0 }];
  const add = (last: number): void => {
    const group = groups.at(-1);
    if (group !== undefined) Object.assign(group, { size: group.size + last, last });
  };
  for (const [part, least, most] of withoutClasses(pattern).matchAll(parts)) {
    if (part.startsWith('(')) groups.push({ size: 0, last: 0 });
    else if (part === ')') add(groups.pop()?.size ?? 0);
    else if (least !== undefined) repeat(groups.at(-1), Math.max(Number(least), Number(most ?? 0)));
    else if (!'*+?|^$'.includes(part)) add(1);
  }
  return groups.reduce((sum, { size }) => sum + size, 0);
}

function repeat(group: { size: number; last: number } | undefined, count: number): void {
  if (group !== undefined) group.size += group.last * Math.max(0, count - 1);
}

/** Whether time could grow worse than by the square of the length: with one repetition of one character or class it cannot. */
export function mayTakeLong(pattern: string): boolean {
  const plain = withoutClasses(pattern);
  const repetitions = plain.match(/[*+]|\{\d+,\d*\}|\{\d{2,}\}/gu);
  return /\)[*+{]/u.test(plain) || (repetitions?.length ?? 0) > 1;
}
