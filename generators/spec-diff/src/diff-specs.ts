import { checkForOtherTools, loadModel } from '@swas/generator-model';
import { withoutRepetition, type Change } from './change.ts';
import { compareModels } from './compare-models.ts';
import { compareByRedocly } from './redocly.ts';

const isBreaking = ({ impact }: Change): boolean => impact === 'breaking';

/**
 * Every change between two specs, those that break callers first.
 * @throws DiagnosticError when one of them has faults
 */
export function diffSpecs(before: string, after: string): readonly Change[] {
  const own = compareModels(loadModel(before), loadModel(after));
  // The engine would follow a reference to any address or file.
  for (const spec of [before, after]) checkForOtherTools(spec);
  const changes = withoutRepetition([...compareByRedocly(before, after), ...own]);
  return [...changes.filter(isBreaking), ...changes.filter((change) => !isBreaking(change))];
}
