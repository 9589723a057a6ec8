/** One try of a case: takes the resources that it needs, makes its calls, and puts the resources back. */
import type { ContractCase } from '../contract-case.ts';
import { liveInputs } from '../state/needs.ts';
import { UNKNOWN } from '../state/pool.ts';
import { caseInputs, type CaseInputs } from './case-inputs.ts';
import type { Exchange } from './record.ts';
import { recoverUnknown } from './restore.ts';
import { prepare, runSteps, type StepFailure } from './run-steps.ts';
import type { Session } from './session.ts';

export interface Attempt {
  readonly exchanges: readonly Exchange[];
  /** Why the case could not run. */
  readonly reason?: string;
  readonly blocked?: boolean;
  readonly reduced?: boolean;
  readonly failure?: StepFailure;
}

/** Whether there are resources to run with, or only made-up ids. */
export const hasIds = (session: Session): boolean => session.pool.items.length > 0;

/** Puts the resources back: in the state that the case leaves, or in none that is known. */
export function release(
  session: Session,
  contractCase: ContractCase,
  inputs: CaseInputs,
  failed: boolean,
): void {
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

/** Tries a case once. */
export async function attempt(session: Session, contractCase: ContractCase): Promise<Attempt> {
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
