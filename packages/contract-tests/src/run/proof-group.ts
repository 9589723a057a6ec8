/**
 * Cases that send only what must be refused, to a resource in the same state, end with the same proof that nothing happened:
 * one proof after all of them says as much. If anything is wrong, each of them is run alone, so that the guilty one is found.
 */
import type { Catalogue, ContractCase } from '../contract-case.ts';
import { liveInputs } from '../state/needs.ts';
import { hasIds, release, type Attempt } from './attempt.ts';
import { caseInputs, type CaseInputs } from './case-inputs.ts';
import type { Exchange } from './record.ts';
import { prepare, runSteps } from './run-steps.ts';
import type { Session } from './session.ts';
import { reasonToSkip } from './skip.ts';

interface Together {
  /** The attempts to report, by case id: of all members when all was well, else of the one that was not. */
  readonly attempts: ReadonlyMap<string, Attempt>;
  /** True when only the common proof failed, so that nobody knows yet which member is to blame. */
  readonly unexplained: boolean;
}

const nothing: Together = { attempts: new Map(), unexplained: false };

export interface ProofGroup {
  readonly members: readonly ContractCase[];
  /** What came of the members when they were run together; absent before that. */
  outcome?: Together;
  /** Whether a member failed when it was run alone. */
  explained: boolean;
}

/** Equal for cases that can share their proof; `undefined` for those that cannot share any. */
function proofKey(contractCase: ContractCase, catalogue: Catalogue): string | undefined {
  const { effect, steps, after } = contractCase;
  const live = liveInputs(contractCase, catalogue);
  const proof = steps.filter(({ phase }) => phase === 'proof');
  if (effect !== 'none' || live.length !== 1 || proof.length === 0) return undefined;
  const calls = proof.map(({ action, query, expect }) => [action, query, expect]);
  return JSON.stringify([live, after, calls]);
}

/** The groups of a suite's cases, by case id; a case without companions is in none. */
export function proofGroups(
  cases: readonly ContractCase[],
  catalogue: Catalogue,
): ReadonlyMap<string, ProofGroup> {
  const byKey = new Map<string, ContractCase[]>();
  for (const one of cases) {
    const key = proofKey(one, catalogue);
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return new Map(
    [...byKey.values()]
      .filter((members) => members.length > 1)
      .flatMap((members) => {
        const group: ProofGroup = { members, explained: false };
        return members.map(({ id }) => [id, group] as const);
      }),
  );
}

const withoutProof = (contractCase: ContractCase): ContractCase => ({
  ...contractCase,
  steps: contractCase.steps.filter(({ phase }) => phase !== 'proof'),
});

/** Every member on the resource of the first; the last one brings the proof. */
async function runMembers(
  session: Session,
  members: readonly ContractCase[],
  first: CaseInputs,
): Promise<Together> {
  const attempts = new Map<string, Attempt>();
  for (const [index, member] of members.entries()) {
    const isLast = index === members.length - 1;
    const inputs = index === 0 ? first : caseInputs(session, member, false, first.taken);
    const exchanges: Exchange[] = [];
    if (inputs === undefined || session.signal?.aborted === true) return nothing;
    if (index === 0 && !(await prepare(session, inputs, exchanges))) return nothing;
    const run = isLast ? member : withoutProof(member);
    const failure = await runSteps(session, run, inputs, exchanges);
    attempts.set(member.id, { exchanges, ...(failure === undefined ? {} : { failure }) });
    if (failure === undefined) continue;
    const unexplained = failure.step.phase === 'proof';
    return { attempts: new Map([[member.id, { exchanges, failure }]]), unexplained };
  }
  return { attempts, unexplained: false };
}

/** Runs the members together, once; without live resources there is no proof to share. */
export async function runTogether(session: Session, group: ProofGroup): Promise<void> {
  if (group.outcome !== undefined) return;
  const members = group.members.filter((member) => reasonToSkip(session, member) === undefined);
  const [first] = members;
  const inputs = first !== undefined && hasIds(session) ? caseInputs(session, first, false) : undefined;
  if (first === undefined || inputs === undefined) {
    group.outcome = nothing;
    return;
  }
  group.outcome = await runMembers(session, members, inputs);
  release(session, first, inputs, group.outcome.attempts.size < members.length);
}
