import type { Fault } from '../../faults/fault.ts';
import { answerFaults } from './answer-faults.ts';
import { deleteFaults } from './delete-faults.ts';
import { inputFaults } from './input-faults.ts';
import { shareFaults } from './share-faults.ts';

/** Ways in which the behaviours of this folder can be wrong. */
export const behaviourFaults: readonly Fault[] = [
  ...inputFaults,
  ...deleteFaults,
  ...shareFaults,
  ...answerFaults,
];
