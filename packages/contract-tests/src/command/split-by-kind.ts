/** Which of the given ids identify what, where an API has several kinds of resources. */
import type { Catalogue } from '../contract-case.ts';

/** How the ids of a kind begin, by the documented one: `vpc-`. Empty where it does not tell. */
const beginningOf = (example: string): string => /^[A-Za-z]+[-_.:/]/u.exec(example)?.[0] ?? '';

/**
 * Gives each id to the kind whose documented id begins alike, the first of several; else to the first kind of all.
 *
 * @param kinds the names of the kinds that are used
 */
export function splitByKind(
  ids: readonly string[],
  kinds: readonly string[],
  resources: Catalogue['resources'],
): Readonly<Record<string, readonly string[]>> {
  const beginnings = kinds.map((name) => beginningOf(resources[name]?.example ?? ''));
  const kindOf = (id: string): string | undefined => {
    const index = beginnings.findIndex((beginning) => beginning !== '' && id.startsWith(beginning));
    return kinds[Math.max(0, index)];
  };
  return Object.fromEntries(
    kinds
      .map((kind) => [kind, ids.filter((id) => kindOf(id) === kind)] as const)
      .filter(([, own]) => own.length > 0),
  );
}
