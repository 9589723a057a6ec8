/** Joins what the pages state, what the spec says and what the contract suite checks. */
import type { Catalogue, ContractCase } from '@swas/contract-tests';
import type { Fact, Page, Place } from '../facts.ts';
import { groupBy } from './group-by.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import type { LastRun } from './last-run.ts';

/** One statement with the cases that check it. */
export interface Row {
  readonly text: string;
  /** Where the spec says it; absent for a rule that the suite derives from a fact beside it. */
  readonly place?: Place;
  /** Ids of cases. */
  readonly cases: readonly string[];
  /** Why there is no case. A row with neither is a gap. */
  readonly reason?: string;
  readonly outcome: Outcome;
}

/** Everything that one place of a page states. */
export interface Group {
  readonly section: string;
  readonly row?: string;
  readonly rows: readonly Row[];
}

/** The whole table. */
export interface Traceability {
  readonly pages: readonly { readonly page: Page; readonly groups: readonly Group[] }[];
  /** Cases whose rule no page states. */
  readonly strays: readonly Row[];
  /** Statements without a case and without a reason. */
  readonly gaps: readonly Row[];
}

/** What is joined. */
export interface TraceInput {
  readonly pages: readonly Page[];
  readonly facts: readonly Fact[];
  readonly cases: readonly ContractCase[];
  readonly catalogue: Pick<Catalogue, 'coverage'>;
  /** What a case exercises, as items of the coverage. */
  readonly coveredBy: (contractCase: ContractCase) => readonly string[];
  readonly lastRun?: LastRun | undefined;
}

const keyOf = (url: string, section: string, row: string | undefined): string =>
  JSON.stringify([url, section, row ?? '']);

/** Builds the table. Nothing is left out: what has no counterpart is a gap or a stray. */
export function trace(input: TraceInput): Traceability {
  const { pages, facts } = input;
  const byKey = casesByKey(input);
  const rules = rulesByPlace(input, facts);
  const traced = pages
    .map((page) => ({ page, groups: groupsOf(page, input, byKey, rules) }))
    .filter(({ groups }) => groups.length > 0);
  const places = new Set(
    traced.flatMap(({ page, groups }) => groups.map((group) => keyOf(page.url, group.section, group.row))),
  );
  const strays = [...rules].filter(([place]) => !places.has(place)).flatMap(([, rows]) => rows);
  const rows = [...traced.flatMap(({ groups }) => groups.flatMap((group) => group.rows)), ...strays];
  return {
    pages: traced,
    strays,
    gaps: rows.filter(({ cases, reason }) => cases.length === 0 && reason === undefined),
  };
}

/** Cases by the items that they exercise and by their rule. */
function casesByKey({ cases, coveredBy }: TraceInput): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const contractCase of cases) {
    for (const key of new Set([...coveredBy(contractCase), `rule:${contractCase.rule.id}`]))
      found.set(key, [...(found.get(key) ?? []), contractCase.id]);
  }
  return found;
}

/** Rules of cases that are no facts of their own, and constraints without any case, by the place that they stand at. */
function rulesByPlace(
  { cases, catalogue, lastRun }: TraceInput,
  facts: readonly Fact[],
): ReadonlyMap<string, readonly Row[]> {
  const own = new Set(facts.flatMap(({ keys }) => keys));
  const found = new Map<string, Row[]>();
  const add = (place: string, row: Row): void => void found.set(place, [...(found.get(place) ?? []), row]);
  const rules = groupBy(cases, ({ rule }) => rule.id);
  for (const [id, ofRule] of rules) {
    const { text, source } = ofRule[0]!.rule;
    if (own.has(`rule:${id}`)) continue;
    const ids = ofRule.map((contractCase) => contractCase.id);
    add(source === undefined ? '' : keyOf(source.url, source.section, source.row), {
      text,
      cases: ids,
      outcome: outcomeOf(ids, lastRun),
    });
  }
  for (const item of catalogue.coverage.items) {
    if (!item.startsWith('constraint:') || rules.has(item.slice('constraint:'.length))) continue;
    add('', { text: item, cases: [], outcome: 'none' });
  }
  return found;
}

function groupsOf(
  page: Page,
  input: TraceInput,
  byKey: ReadonlyMap<string, readonly string[]>,
  rules: ReadonlyMap<string, readonly Row[]>,
): readonly Group[] {
  const facts = input.facts.filter((fact) => fact.page === page.id);
  return [...groupBy(facts, ({ section, row }) => keyOf(page.url, section, row))].map(([place, ofPlace]) => {
    const { section, row } = ofPlace[0]!;
    const rows = [...ofPlace.map((fact) => factRow(fact, input, byKey)), ...(rules.get(place) ?? [])];
    return { section, ...(row === undefined ? {} : { row }), rows };
  });
}

function factRow(
  fact: Fact,
  { catalogue, lastRun }: TraceInput,
  byKey: ReadonlyMap<string, readonly string[]>,
): Row {
  const { text, place, keys } = fact;
  const cases = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
  if (cases.length > 0) return { text, place, cases, outcome: outcomeOf(cases, lastRun) };
  const reason =
    fact.reason ??
    keys.map((key) => catalogue.coverage.unreachable[key]).find((found) => found !== undefined);
  return { text, place, cases, outcome: 'none', ...(reason === undefined ? {} : { reason }) };
}
