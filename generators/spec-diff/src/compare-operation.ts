import type { Operation, Parameter } from '@swas/generator-model';
import { breaking, compatible, type Change } from './change.ts';

/** What the extensions say of one operation. */
export function compareOperation(before: Operation, after: Operation): readonly Change[] {
  return [
    ...compareErrors(before, after),
    ...compareRepeating(before, after),
    ...compareRam(before, after),
    ...before.parameters.flatMap((parameter) => {
      const now = after.parameters.find(({ name }) => name === parameter.name);
      return now === undefined ? [] : compareParameter(before.name, parameter, now);
    }),
  ];
}

/** Callers decide by the code. A new one is no break: every program has to expect codes of the gateway anyway. */
function compareErrors(before: Operation, after: Operation): readonly Change[] {
  const { name } = before;
  const lost = before.errors.flatMap(({ code, status, message }) => {
    const now = after.errors.find((error) => error.code === code);
    if (now === undefined) return [breaking(name, `The error code ${code} is no longer documented.`)];
    if (now.status !== status)
      return [breaking(name, `${code} came with ${status}, now with ${now.status}.`)];
    return now.message === message ? [] : [compatible(name, `The message of ${code} changed.`)];
  });
  const gained = after.errors.filter(({ code }) => before.errors.every((error) => error.code !== code));
  return [...lost, ...gained.map(({ code }) => compatible(name, `The error code ${code} is new.`))];
}

/** Clients repeat a failed call only when that is known to do no harm. */
function compareRepeating(before: Operation, after: Operation): readonly Change[] {
  const changes: Change[] = [];
  const token = before.idempotencyParameter;
  if (token !== undefined && after.idempotencyParameter !== token)
    changes.push(breaking(before.name, `${token} no longer makes a repeated call harmless.`));
  if (before.effect === 'read' && after.effect === 'write')
    changes.push(breaking(before.name, 'A call now changes something, so clients no longer repeat it.'));
  return changes;
}

/** A policy that allows the former action does not allow another. */
function compareRam({ name, ram: before }: Operation, { ram: after }: Operation): readonly Change[] {
  if (after === undefined || before?.action === after.action) return [];
  if (before === undefined) return [compatible(name, `The RAM action ${after.action} is now documented.`)];
  return [breaking(name, `The RAM action ${before.action} became ${after.action}: policies must name it.`)];
}

function compareParameter(operation: string, before: Parameter, after: Parameter): readonly Change[] {
  const place = `${operation}.${before.name}`;
  const changes: Change[] = [];
  if (before.serialization !== after.serialization)
    changes.push(breaking(place, `Sent as ${before.serialization} before, as ${after.serialization} now.`));
  if (before.invalidCode !== undefined && before.invalidCode !== after.invalidCode)
    changes.push(
      breaking(
        place,
        `An invalid value no longer answers ${before.invalidCode} but ${after.invalidCode ?? 'an open code'}.`,
      ),
    );
  if (before.serverVariable !== after.serverVariable)
    changes.push(breaking(place, 'Its tie to a variable of the server address changed.'));
  return changes;
}
