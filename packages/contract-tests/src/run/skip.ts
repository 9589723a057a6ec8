/** Cases that would say nothing, or do more than was allowed. */
import type { ContractCase } from '../contract-case.ts';
import { hasIds } from './attempt.ts';
import type { Session } from './session.ts';

/** Whether a part of the endpoint's name is the run's own value of a server variable. */
function namesVariable(session: Session, variable: string): boolean {
  const value = session.settings.variables[variable] ?? '';
  return new URL(session.settings.endpoint).hostname.split('.').includes(value);
}

/** Why a case is not even tried. */
export function reasonToSkip(session: Session, contractCase: ContractCase): string | undefined {
  const fixed = contractCase.inputs.find(
    (input) => input.kind === 'variable' && input.other && namesVariable(session, input.variable),
  );
  if (fixed?.kind === 'variable')
    return `the endpoint's own name tells the ${fixed.variable}, so what another ${fixed.variable} means there is left open`;
  if (contractCase.effect === 'none') return undefined;
  const needsIds = contractCase.inputs.some(({ kind }) => kind === 'resource');
  if (needsIds ? hasIds(session) : session.settings.changes) return undefined;
  return 'it changes something, and no resources were given that may be changed';
}
