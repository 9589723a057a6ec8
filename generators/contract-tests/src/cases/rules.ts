/** Rules and their sources, as the cases name them. */
import type { Level, Source } from '@swas/generator-model';
import type { CaseSource, Rule } from '../contract-case.ts';

/** The place of a documented fact, as it is reported. */
export function caseSource(source: Source): CaseSource {
  const { page, section, row } = source;
  return { title: page.title, url: page.url, section, ...(row === undefined ? {} : { row }) };
}

/** A rule with its source; without one it belongs to the operation's own page. */
export function rule(
  id: string,
  text: string,
  source: Source | undefined,
  level: Level = 'documented',
): Rule {
  return source === undefined
    ? { id, text, level }
    : { id, text, source: caseSource(source), level: source.page.level };
}
