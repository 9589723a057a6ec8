import type { ContractCase as Drafted } from '@swas/generator-contract-tests';
import { expectTypeOf, test } from 'vitest';
import type { CaseStep, ContractCase } from '../src/contract-case.ts';

type DraftedStep = Drafted['steps'][number];

/** A case of the generator once its texts are printed. */
interface Printed extends Omit<Drafted, 'steps'> {
  readonly steps: readonly (Omit<DraftedStep, 'query'> & Pick<CaseStep, 'query'>)[];
}

test('the generator and the suite mean the same by a case', () => {
  expectTypeOf<Printed>().toExtend<ContractCase>();
  expectTypeOf<ContractCase>().toExtend<Printed>();
  expectTypeOf<keyof Printed>().toEqualTypeOf<keyof ContractCase>();
  // Requests are tampered with by the suite alone.
  expectTypeOf<keyof DraftedStep | 'tamper'>().toEqualTypeOf<keyof CaseStep>();
});
