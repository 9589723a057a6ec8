import pc from 'picocolors';
import type { Change } from './change.ts';

/** The changes for people: the place first, so that terminals and editors make it a link. */
export function describeChanges(changes: readonly Change[], revision: string): string {
  if (changes.length === 0) return `No change since ${revision}.`;
  const count = changes.filter(({ impact }) => impact === 'breaking').length;
  const summary =
    count === 0
      ? pc.green(`Nothing breaks callers: ${changes.length} compatible change(s) since ${revision}.`)
      : pc.red(`${count} of ${changes.length} change(s) since ${revision} break callers.`);
  return [...changes.map(describeChange), '', summary].join('\n');
}

function describeChange({ impact, place, message }: Change): string {
  const label = impact === 'breaking' ? pc.red('breaking  ') : pc.green('compatible');
  return `${label}  ${place}  ${message}`;
}
