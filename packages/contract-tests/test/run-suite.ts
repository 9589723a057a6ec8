import { LEVELS, type Level } from '../src/contract-case.ts';
import { catalogue } from '../src/generated/catalogue.ts';
import { suites } from '../src/generated/suites.ts';
import type { Emitted } from './emitted.ts';
import { proofGroups } from '../src/run/proof-group.ts';
import type { CaseRecord } from '../src/run/record.ts';
import { runCase } from '../src/run/run-case.ts';
import { Session } from '../src/run/session.ts';
import type { RunSettings } from '../src/run/settings.ts';
import { MOCK_CREDENTIALS, mockStock } from '../src/state/mock-state.ts';

const stock = mockStock(200, Object.keys(catalogue.resources), catalogue.resources);

/** Ids that the suite may use, and those kept for after failures. */
export const ids = Object.values(stock).flat();

export const settingsFor = (endpoint: string, level: Level = 'linked'): RunSettings => ({
  endpoint,
  variables: { region: 'cn-hangzhou' },
  others: { region: 'cn-beijing' },
  credentials: MOCK_CREDENTIALS,
  level,
  ids: stock,
  changes: true,
  spare: 160,
  restore: false,
  interval: 0,
  seed: 1,
  timeout: 10_000,
});

/**
 * Runs every case of a level in this process, without vitest in between.
 *
 * @param isEnough ends the run early
 * @param emitted of another API than the package's own
 */
export async function runSuite(
  settings: RunSettings,
  isEnough: (record: CaseRecord) => boolean = () => false,
  emitted: Emitted = { suites, catalogue },
): Promise<readonly CaseRecord[]> {
  const session = new Session(emitted.catalogue, settings);
  const records: CaseRecord[] = [];
  for (const { title, cases } of emitted.suites) {
    const chosen = cases.filter(({ rule }) => LEVELS.indexOf(rule.level) <= LEVELS.indexOf(settings.level));
    const groups = proofGroups(chosen, emitted.catalogue);
    for (const contractCase of chosen) {
      const record = await runCase(session, contractCase, title, groups.get(contractCase.id));
      records.push(record);
      if (isEnough(record)) return records;
    }
  }
  return records;
}

export const failed = (records: readonly CaseRecord[]): readonly CaseRecord[] =>
  records.filter(({ result }) => result === 'failed');

/** A line for each failure, for the message of an assertion. */
export const linesOf = (records: readonly CaseRecord[]): readonly string[] =>
  failed(records).map(({ id, failure }) => `${id}: ${failure?.problems.map(({ text }) => text).join('; ')}`);
