/** Gives the inputs of a case their values, and takes the resources it needs out of the pool. */
import type { CaseInput, ContractCase } from '../contract-case.ts';
import { liveInputs } from '../state/needs.ts';
import type { Taken } from '../state/pool.ts';
import type { Session } from './session.ts';
import { vary } from './vary.ts';

export interface CaseInputs {
  readonly values: ReadonlyMap<string, string>;
  /** Resources taken, by input name. */
  readonly taken: ReadonlyMap<string, Taken>;
  /** True when made-up ids stand for the resources. */
  readonly madeUp: boolean;
}

/** Value of a server variable for the run, or another one that differs from it. */
function variableValue(session: Session, input: CaseInput & { readonly kind: 'variable' }): string {
  const { variables, others } = session.settings;
  return (input.other ? others[input.variable] : variables[input.variable]) ?? '';
}

function valueOf(session: Session, input: CaseInput, values: ReadonlyMap<string, string>): string {
  switch (input.kind) {
    case 'resource':
      return session.texts.idLike(session.catalogue.resources[input.resource]?.example ?? input.resource);
    case 'variable':
      return variableValue(session, input);
    case 'unique':
      return input.uuid === true ? session.texts.uuid() : session.texts.unique(input.length);
    case 'variant':
      return vary(values.get(input.of) ?? '', input.change);
  }
}

/** Takes every live resource of the case, or none when there are too few. */
function takeAll(session: Session, contractCase: ContractCase): Map<string, Taken> | undefined {
  const taken = new Map<string, Taken>();
  for (const { name, resource, state } of liveInputs(contractCase, session.catalogue)) {
    const got = session.pool.take(resource, state);
    if (got === undefined) {
      for (const { item } of taken.values()) session.pool.release(item, item.state);
      return undefined;
    }
    taken.set(name, got);
  }
  return taken;
}

/**
 * The values of a case's inputs; `undefined` when the pool has too few resources.
 *
 * @param given resources that are already taken, by input name; without them the case takes its own.
 */
export function caseInputs(
  session: Session,
  contractCase: ContractCase,
  madeUp: boolean,
  given?: ReadonlyMap<string, Taken>,
): CaseInputs | undefined {
  const taken = madeUp ? new Map<string, Taken>() : (given ?? takeAll(session, contractCase));
  if (taken === undefined) return undefined;
  const values = new Map<string, string>();
  for (const input of contractCase.inputs) {
    values.set(input.name, taken.get(input.name)?.item.id ?? valueOf(session, input, values));
  }
  return { values, taken, madeUp };
}
