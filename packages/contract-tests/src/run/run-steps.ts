/** Makes the calls of one case and stops at the first wrong answer. */
import type { CaseStep, ContractCase, Expectation } from '../contract-case.ts';
import { fillQuery } from '../template.ts';
import type { CaseInputs } from './case-inputs.ts';
import { checkExpectation } from './check-expectation.ts';
import { withFresh } from './fresh.ts';
import { commonProblem, type Exchange, type Problem } from './record.ts';
import { makeMove } from './restore.ts';
import { repetitionKey, type Session } from './session.ts';
import { throttled } from './throttling.ts';

/** The first wrong answer of a case. */
export interface StepFailure {
  readonly step: CaseStep;
  readonly problems: readonly Problem[];
}

/** Brings the resources of a case to the states that it needs; false when a call for that is refused. */
export async function prepare(session: Session, inputs: CaseInputs, exchanges: Exchange[]): Promise<boolean> {
  for (const { item, moves } of inputs.taken.values()) {
    for (const move of moves) {
      if (!(await makeMove(session, item, move, 'prepare', exchanges))) return false;
    }
  }
  return true;
}

/** With made-up ids a refusal may have another reason than the rule's own. */
function relaxed(expect: Expectation, madeUp: boolean): Expectation {
  return madeUp && expect.kind === 'answer' && expect.status >= 400 ? { kind: 'refusal' } : expect;
}

const reasonOf = (error: unknown, { settings }: Session): string => {
  if (!(error instanceof Error)) return String(error);
  const isLate = error.cause instanceof DOMException && error.cause.name === 'TimeoutError';
  return isLate ? `nothing within ${settings.timeout} ms` : error.message;
};

async function runStep(
  session: Session,
  step: CaseStep,
  inputs: CaseInputs,
  exchanges: Exchange[],
): Promise<readonly Problem[]> {
  const { phase, description, action, tamper } = step;
  const query = fillQuery(step.query, withFresh(inputs.values, step.query, session.texts));
  const call = { phase, description, action, query, ...(tamper === undefined ? {} : { tamper }) };
  try {
    const answer = await session.call(call, exchanges);
    if (throttled(answer, session.catalogue) !== undefined) {
      return [{ aspect: 'throttled', text: 'the call was throttled however long it waited' }];
    }
    return [
      ...checkExpectation(answer, relaxed(step.expect, inputs.madeUp)),
      ...session.form.check(
        action,
        answer,
        repetitionKey(step, query, session.catalogue),
        tamper !== undefined,
      ),
    ];
  } catch (error) {
    return [commonProblem('no-answer', `no complete answer came: ${reasonOf(error, session)}`)];
  }
}

/** Runs the steps in their order; with made-up ids without proofs, which need live ones. */
export async function runSteps(
  session: Session,
  contractCase: ContractCase,
  inputs: CaseInputs,
  exchanges: Exchange[],
): Promise<StepFailure | undefined> {
  for (const step of contractCase.steps) {
    if (inputs.madeUp && step.phase === 'proof') continue;
    const problems = await runStep(session, step, inputs, exchanges);
    if (problems.length > 0) return { step, problems };
  }
  return undefined;
}
