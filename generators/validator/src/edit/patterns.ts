/** The one class of characters that a whole text must consist of. */
const oneClass = /^\^\[(\^?)((?:[^\\[\]]|\\.)*)\]\*\$$/s;

/** Where the `u` flag changes what a class means. */
const needsUnicode = /\\[pPu]|[^ -~]/;

/**
 * The pattern that finds a character which `^[…]*$` forbids: the engine looks for one faster than it proves that there is
 * none. Undefined for any other pattern.
 */
export function forbidden({ source, flags }: RegExp): RegExp | undefined {
  const [, negation, characters] = oneClass.exec(source) ?? [];
  if (characters === undefined || !/^u?$/.test(flags) || characters === '') return undefined;
  const unicode = needsUnicode.test(characters) ? flags : '';
  return new RegExp(`[${negation === '^' ? '' : '^'}${characters}]`, unicode);
}
