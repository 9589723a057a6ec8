import { answerFaults } from './answer-faults.ts';
import { batchFaults } from './batch-faults.ts';
import type { FaultyServers } from './faulty-servers.ts';
import { inputFaults } from './input-faults.ts';
import { stateFaults } from './state-faults.ts';
import { tokenFaults } from './token-faults.ts';
import { tokenMemoryFaults } from './token-memory-faults.ts';

/** Faults that the mock gateway does not have. */
export const faultyServers: FaultyServers = {
  ...inputFaults,
  ...batchFaults,
  ...stateFaults,
  ...tokenFaults,
  ...tokenMemoryFaults,
  ...answerFaults,
};
