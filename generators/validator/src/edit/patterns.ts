/** One class of characters that a whole text consists of. */
const oneClass = /^\^\[((?:[^\\[\]]|\\.)*)\]([*+])\$$/s;

/** Where the `u` flag changes what a class means. */
const needsUnicode = /\\[pPu]|[^ -~]/;

/**
 * The pattern in the words that the engine is fastest with, where they say the same: without the `u` flag, and four
 * characters a step, which it compares at once. A character outside the basic plane is two without the flag, but both or
 * neither of them belong to a class of ASCII characters or to its opposite.
 */
export function fasterPattern(pattern: RegExp): RegExp {
  const [, characters, quantifier] = oneClass.exec(pattern.source) ?? [];
  const isPlain = characters !== undefined && !needsUnicode.test(characters) && pattern.flags === 'u';
  if (!isPlain) return pattern;
  const one = `[${characters}]`;
  return new RegExp(`^${quantifier === '+' ? one : ''}(?:${one.repeat(4)})*${one}{0,3}$`);
}
