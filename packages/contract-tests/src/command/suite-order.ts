/** Runs the files in the order of the suites, so that the pool is used in the order that its size was worked out with. */
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { suites } from '../generated/suites.ts';

const position = ({ moduleId }: TestSpecification): number => {
  const name = basename(moduleId).replace(/\.[jt]s$/u, '');
  return suites.findIndex(({ file }) => file === name);
};

export class SuiteOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((left, right) => position(left) - position(right)));
  }
}
