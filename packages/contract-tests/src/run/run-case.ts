/** Runs one case against the endpoint and says what came of it. */
import { coveredBy } from '../report/coverage.ts';
import type { ContractCase } from '../contract-case.ts';
import { attempt, type Attempt } from './attempt.ts';
import { runTogether, type ProofGroup } from './proof-group.ts';
import type { CaseFailure, CaseRecord } from './record.ts';
import type { StepFailure } from './run-steps.ts';
import type { Session } from './session.ts';
import { reasonToSkip } from './skip.ts';

const caseFailure = ({ step, problems }: StepFailure, exchanges: number, flaky: boolean): CaseFailure => ({
  step: step.id,
  description: step.description,
  expected: step.expect,
  problems,
  flaky,
  exchange: exchanges - 1,
});

interface Tries {
  readonly first: Attempt;
  /** Whether a failed first try was followed by one without failure. */
  readonly flaky: boolean;
}

const isRight = ({ reason, failure }: Attempt): boolean => reason === undefined && failure === undefined;

/** Tries a case; a failed one is repeated once, to tell wrong answers from answers that vary. */
async function tryAlone(session: Session, contractCase: ContractCase): Promise<Tries> {
  const first = await attempt(session, contractCase);
  // A repetition would say no more of an endpoint that is silent.
  if (first.failure === undefined || session.silent) return { first, flaky: false };
  return { first, flaky: isRight(await attempt(session, contractCase)) };
}

/** Tries a case with those that it shares a proof with; alone when something was wrong there. */
async function tryWithGroup(session: Session, contractCase: ContractCase, group: ProofGroup): Promise<Tries> {
  await runTogether(session, group);
  const together = group.outcome?.attempts.get(contractCase.id);
  if (together !== undefined && isRight(together)) return { first: together, flaky: false };
  const alone = await tryAlone(session, contractCase);
  if (!isRight(alone.first)) {
    group.explained = true;
    return alone;
  }
  // A wrong answer that did not come again; a wrong proof may be another member's doing, which is then known by now.
  const varies = together !== undefined && !(group.outcome?.unexplained === true && group.explained);
  return varies ? { first: together, flaky: true } : alone;
}

/** Runs a case, with the group that it belongs to if there is one. */
export async function runCase(
  session: Session,
  contractCase: ContractCase,
  suite: string,
  group?: ProofGroup,
): Promise<CaseRecord> {
  const { id, title, rule } = contractCase;
  const head = { id, title, suite, rule, covers: coveredBy(contractCase) };
  const started = performance.now();
  const milliseconds = (): number => Math.round(performance.now() - started);
  const skipped = reasonToSkip(session, contractCase);
  if (skipped !== undefined) {
    return { ...head, result: 'skipped', reason: skipped, exchanges: [], milliseconds: 0 };
  }
  if (session.silent) {
    const reason = 'the endpoint has stopped answering';
    return { ...head, result: 'skipped', reason, blocked: true, exchanges: [], milliseconds: 0 };
  }
  const { first, flaky } =
    group === undefined
      ? await tryAlone(session, contractCase)
      : await tryWithGroup(session, contractCase, group);
  const { exchanges, reason, blocked, failure } = first;
  const ran = { ...head, exchanges, ...(first.reduced === true ? { reduced: true } : {}) };
  if (reason !== undefined) {
    const block = blocked === true ? { blocked } : {};
    return { ...ran, result: 'skipped', reason, ...block, milliseconds: milliseconds() };
  }
  if (failure === undefined) return { ...ran, result: 'passed', milliseconds: milliseconds() };
  return {
    ...ran,
    result: 'failed',
    failure: caseFailure(failure, exchanges.length, flaky),
    milliseconds: milliseconds(),
  };
}
