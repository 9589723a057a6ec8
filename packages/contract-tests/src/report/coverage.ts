/** How much of the spec the cases of a run exercised. */
import type { Catalogue, ContractCase } from '../contract-case.ts';
import type { CaseRecord } from '../run/record.ts';

/** What a case exercises: what its steps send and ask for, and the constraints and workflow steps that it names. */
export const coveredBy = ({ steps, covers }: ContractCase): readonly string[] => [
  ...new Set([
    ...covers,
    ...steps.flatMap(({ action, query, expect }) => [
      `operation:${action}`,
      ...Object.keys(query).map((name) => `parameter:${action}.${name}`),
      ...(expect.kind === 'answer' ? [`status:${action}.${expect.status}`] : []),
      ...(expect.kind === 'answer' && expect.code !== undefined ? [`code:${action}.${expect.code}`] : []),
    ]),
  ]),
];

export interface CoverageCount {
  /** `operation`, `parameter`, `constraint`, `status`, `code` or `step`. */
  readonly kind: string;
  readonly exercised: number;
  readonly total: number;
}

export interface Coverage {
  readonly counts: readonly CoverageCount[];
  /** Items that no case of the run exercised, though one could. */
  readonly missing: readonly string[];
  /** Items that no call from outside can provoke, with the reason. */
  readonly unreachable: Readonly<Record<string, string>>;
}

const kindOf = (item: string): string => item.slice(0, item.indexOf(':'));

/** Counts what passed or failed cases exercised; a skipped one exercises nothing. */
export function coverageOf(
  catalogue: Catalogue,
  records: readonly Pick<CaseRecord, 'covers' | 'result'>[],
): Coverage {
  const { items, unreachable } = catalogue.coverage;
  const covered = new Set(
    records.filter(({ result }) => result !== 'skipped').flatMap(({ covers }) => covers),
  );
  const kinds = [...new Set(items.map(kindOf))];
  const counts = kinds.map((kind) => {
    const ofKind = items.filter((item) => kindOf(item) === kind);
    return { kind, exercised: ofKind.filter((item) => covered.has(item)).length, total: ofKind.length };
  });
  const missing = items.filter((item) => !covered.has(item) && !(item in unreachable));
  return { counts, missing, unreachable };
}
