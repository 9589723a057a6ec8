import { realDisk, type Disk } from '../../src/disk.ts';

/** A disk on which a run ends at a step, as if its process had been killed: that step and all after it do nothing. */
export interface FailingDisk {
  readonly disk: Disk;
  /** Whether the run came as far as the step. */
  readonly ended: () => boolean;
}

/** @param torn does a part of the step at which the run ends, given its name and arguments. */
export function diskThatEndsAt(
  step: number,
  torn: (disk: Disk, args: readonly string[]) => void,
): FailingDisk {
  let done = 0;
  const take = (name: keyof Disk, args: readonly string[]): unknown => {
    if (done++ < step) return (realDisk[name] as (...args: readonly string[]) => unknown)(...args);
    if (done === step + 1 && name !== 'makeUniqueFolder') torn(realDisk, [name, ...args]);
    throw new Error('killed');
  };
  const steps = (Object.keys(realDisk) as (keyof Disk)[]).map((name) => [
    name,
    (...args: readonly string[]) => take(name, args),
  ]);
  return { disk: Object.fromEntries(steps) as Disk, ended: () => done > step };
}
