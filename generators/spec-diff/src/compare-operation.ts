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

/**
 * Callers decide by the code. A new one is no break: every program has to expect codes of the gateway anyway. One code may stand
 * several times, with another message or status each, so it is the sets that are compared.
 */
function compareErrors(before: Operation, after: Operation): readonly Change[] {
  const { name } = before;
  const lost = codes(before).flatMap((code) => {
    const was = before.errors.filter((error) => error.code === code);
    const now = after.errors.filter((error) => error.code === code);
    if (now.length === 0) return [breaking(name, `The error code ${code} is no longer documented.`)];
    const status = distinct(was, 'status');
    if (distinct(now, 'status') !== status)
      return [breaking(name, `${code} came with ${status}, now with ${distinct(now, 'status')}.`)];
    return distinct(now, 'message') === distinct(was, 'message')
      ? []
      : [compatible(name, `The message of ${code} changed.`)];
  });
  const gained = codes(after).filter((code) => !codes(before).includes(code));
  return [...lost, ...gained.map((code) => compatible(name, `The error code ${code} is new.`))];
}

/** The codes of an operation's errors, each once. */
function codes({ errors }: Operation): readonly string[] {
  return [...new Set(errors.map(({ code }) => code))];
}

/** What errors of one code say of themselves, as one text that does not depend on their order. */
function distinct(errors: Operation['errors'], member: 'status' | 'message'): string {
  return [...new Set(errors.map((error) => String(error[member])))].toSorted().join(', ');
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
