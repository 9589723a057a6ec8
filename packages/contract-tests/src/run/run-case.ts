/** Runs one case against the endpoint and says what came of it. */
import { coveredBy } from '../report/coverage.ts';
import type { ContractCase } from '../contract-case.ts';
import { liveInputs } from '../state/needs.ts';
import { UNKNOWN } from '../state/pool.ts';
import { caseInputs, type CaseInputs } from './case-inputs.ts';
import type { CaseFailure, CaseRecord, Exchange } from './record.ts';
import { recoverUnknown } from './restore.ts';
import { prepare, runSteps, type StepFailure } from './run-steps.ts';
import type { Session } from './session.ts';

interface Attempt {
  readonly exchanges: readonly Exchange[];
  /** Why the case could not run. */
  readonly reason?: string;
  readonly blocked?: boolean;
  readonly reduced?: boolean;
  readonly failure?: StepFailure;
}

const hasIds = (session: Session): boolean => session.pool.items.length > 0;

/** Puts the resources back: in the state that the case leaves, or in none that is known. */
function release(session: Session, contractCase: ContractCase, inputs: CaseInputs, failed: boolean): void {
  for (const [name, { item }] of inputs.taken) {
    const input = contractCase.inputs.find((one) => one.name === name);
    const before = input?.kind === 'resource' ? input.state : UNKNOWN;
    session.pool.release(item, failed ? UNKNOWN : (contractCase.after[name] ?? before));
  }
}

/** Takes resources; what is in an unknown state is looked at only when there is nothing else. */
async function takeInputs(
  session: Session,
  contractCase: ContractCase,
  madeUp: boolean,
  exchanges: Exchange[],
): Promise<CaseInputs | undefined> {
  const inputs = caseInputs(session, contractCase, madeUp);
  if (inputs !== undefined || session.pool.unknown().length === 0) return inputs;
  await recoverUnknown(session, exchanges);
  return caseInputs(session, contractCase, madeUp);
}

async function attempt(session: Session, contractCase: ContractCase): Promise<Attempt> {
  const exchanges: Exchange[] = [];
  const needsLive = liveInputs(contractCase, session.catalogue).length > 0;
  const reduced = needsLive && !hasIds(session);
  const inputs = await takeInputs(session, contractCase, reduced, exchanges);
  if (inputs === undefined) return { exchanges, reason: 'too few resources are left in the pool' };
  let failure: StepFailure | undefined;
  const prepared = await prepare(session, inputs, exchanges);
  if (prepared) failure = await runSteps(session, contractCase, inputs, exchanges);
  release(session, contractCase, inputs, !prepared || failure !== undefined);
  if (!prepared) {
    return {
      exchanges,
      blocked: true,
      reason: 'a resource could not be brought to the state that the case needs',
    };
  }
  return { exchanges, reduced, ...(failure === undefined ? {} : { failure }) };
}

const caseFailure = ({ step, problems }: StepFailure, exchanges: number, flaky: boolean): CaseFailure => ({
  step: step.id,
  description: step.description,
  expected: step.expect,
  problems,
  flaky,
  exchange: exchanges - 1,
});

/** Why a case is not even tried. */
function reasonToSkip(session: Session, contractCase: ContractCase): string | undefined {
  if (contractCase.effect === 'none') return undefined;
  const needsIds = contractCase.inputs.some(({ kind }) => kind === 'resource');
  if (needsIds ? hasIds(session) : session.settings.changes) return undefined;
  return 'it changes something, and no resources were given that may be changed';
}

/** Runs a case. A failed one is repeated once, to tell wrong answers from answers that vary. */
export async function runCase(
  session: Session,
  contractCase: ContractCase,
  suite: string,
): Promise<CaseRecord> {
  const { id, title, rule } = contractCase;
  const head = { id, title, suite, rule, covers: coveredBy(contractCase) };
  const started = performance.now();
  const milliseconds = (): number => Math.round(performance.now() - started);
  const skipped = reasonToSkip(session, contractCase);
  if (skipped !== undefined) {
    return { ...head, result: 'skipped', reason: skipped, exchanges: [], milliseconds: 0 };
  }

  const first = await attempt(session, contractCase);
  const { exchanges, reason, blocked, failure } = first;
  if (reason !== undefined) {
    const block = blocked === true ? { blocked } : {};
    return { ...head, result: 'skipped', reason, exchanges, ...block, milliseconds: milliseconds() };
  }
  const reduced = first.reduced === true ? { reduced: true } : {};
  if (failure === undefined)
    return { ...head, result: 'passed', exchanges, ...reduced, milliseconds: milliseconds() };

  const second = await attempt(session, contractCase);
  const flaky = second.reason === undefined && second.failure === undefined;
  return {
    ...head,
    ...reduced,
    result: 'failed',
    failure: caseFailure(failure, exchanges.length, flaky),
    exchanges,
    milliseconds: milliseconds(),
  };
}
