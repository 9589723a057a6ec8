/** One class of characters that a whole text consists of. */
const oneClass = /^\^\[((?:[^\\[\]]|\\.)*)\][*+]\$$/s;

/** Where the `u` flag changes what a class means. */
const needsUnicode = /\\[pPu]|[^ -~]/;

/**
 * The pattern without the `u` flag where it says the same: the engine is faster then. A character outside the basic plane
 * is two without the flag, but both or neither of them belong to a class of ASCII characters or to its opposite.
 */
export function withoutUnicode(pattern: RegExp): RegExp {
  const [, characters] = oneClass.exec(pattern.source) ?? [];
  const isPlain = characters !== undefined && !needsUnicode.test(characters) && pattern.flags === 'u';
  return isPlain ? new RegExp(pattern.source) : pattern;
}
