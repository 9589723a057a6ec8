import { behaviourFaults } from '../behaviours/faults/index.ts';
import { UsageError } from '../usage-error.ts';
import { ActiveFaults, noFaults } from './active-faults.ts';
import type { Fault } from './fault.ts';
import { generalFaults } from './general-faults.ts';
import { parametricFaults } from './parametric-faults.ts';

/** Request header that asks for faults in the answer to this one request: names separated by commas. */
export const faultHeader = 'x-gateway-fault';

const faults: ReadonlyMap<string, Fault> = new Map(
  [...generalFaults, ...behaviourFaults].map((fault) => [fault.name, fault]),
);

/** Every fault that can be switched on, with the rule that it breaks. */
export const availableFaults: readonly Pick<Fault, 'name' | 'breaks'>[] = [
  ...parametricFaults.map(({ form, breaks }) => ({ name: form, breaks })),
  ...[...faults.values()].map(({ name, breaks }) => ({ name, breaks })),
];

/**
 * Faults by name, some with a value: `share-does-not-persist`, `latency=200`.
 * @throws {UsageError} naming the unknown one and how to list those that there are
 */
export function parseFaults(names: readonly string[]): ActiveFaults {
  return names.length === 0 ? noFaults : new ActiveFaults(names.map(parseFault));
}

/** Faults of one request: the gateway's, then those of its header. An unknown name there is ignored. */
export function withRequestFaults(
  active: ActiveFaults,
  names: readonly string[],
  header: string | string[] | undefined,
): ActiveFaults {
  if (header === undefined) return active;
  const asked = String(header)
    .split(',')
    .map((name) => name.trim());
  return parseFaults([...names, ...asked.filter(isFault)]);
}

function isFault(name: string): boolean {
  return faults.has(name) || parametricFaults.some(({ parse }) => parse(name) !== undefined);
}

function parseFault(name: string): Fault {
  const fault = faults.get(name);
  if (fault !== undefined) return fault;
  for (const { parse } of parametricFaults) {
    const parsed = parse(name);
    if (parsed !== undefined) return parsed;
  }
  throw new UsageError(
    `There is no fault ${JSON.stringify(name)}. \`--list-faults\` names those that there are.`,
  );
}
