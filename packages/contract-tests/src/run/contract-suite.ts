/** Registers generated cases with vitest. Imported by the generated files only, inside a worker. */
// Titles are the ids of the generated cases; a case asserts by throwing.
/* oxlint-disable vitest/valid-title, vitest/expect-expect */
import { describe, inject, test } from 'vitest';
import { LEVELS, type Catalogue, type Suite } from '../contract-case.ts';
import { failureText } from './failure-text.ts';
import { proofGroups } from './proof-group.ts';
import type { CaseRecord } from './record.ts';
import { runCase } from './run-case.ts';
import { Session } from './session.ts';
import type { RunSettings } from './settings.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What came of a contract case. */
    contract?: CaseRecord;
    /** State of each resource used so far, by id, for whoever puts them back. */
    contractStates?: Readonly<Record<string, string>>;
  }
}

let session: Session | undefined;

/** Files of one worker share the pool. */
const sharedSession = (catalogue: Catalogue, settings: RunSettings): Session =>
  (session ??= new Session(catalogue, settings));

/** Thrown for a failed case; the text holds everything, so that any reporter is enough. */
class ContractFailure extends Error {
  override readonly name = 'ContractFailure';
}

/** Registers the cases of one file. */
export function contractSuite({ title, cases }: Suite, catalogue: Catalogue): void {
  const settings = inject('contract');
  const farthest = LEVELS.indexOf(settings.level);
  const chosen = cases.filter(({ rule }) => LEVELS.indexOf(rule.level) <= farthest);
  const groups = proofGroups(chosen, catalogue);
  describe.skipIf(chosen.length === 0)(title, () => {
    for (const contractCase of chosen) {
      test(contractCase.id, async ({ task, skip, signal }) => {
        const shared = sharedSession(catalogue, settings);
        shared.signal = signal;
        const record = await runCase(shared, contractCase, title, groups.get(contractCase.id));
        task.meta.contract = record;
        task.meta.contractStates = shared.pool.usedStates();
        if (record.result === 'skipped') skip(record.reason);
        if (record.result !== 'failed') return;
        const failure = new ContractFailure(failureText(record, settings.endpoint, catalogue));
        // The stack would point into the harness, which is not what is wrong.
        delete failure.stack;
        throw failure;
      });
    }
  });
}
