/** Emits the contract suite: cases as data, one vitest file for each operation, and a catalogue of the API. */
import type { Generator } from '@swas/generator-kit';
import { emitCatalogue } from './emit/emit-catalogue.ts';
import { emitSuites } from './emit/emit-suites.ts';
import { emitCases, emitContract } from './emit/emit-suite.ts';
import { apiKnowledge } from './knowledge/api-knowledge.ts';
import { suitesOf } from './suite.ts';

const NAME = '@swas/generator-contract-tests';

/** The generator. Emitted paths, in this order: cases and contract file of each suite, `suites.ts`, `catalogue.ts`. */
export const generator: Generator = {
  name: NAME,
  emit(model) {
    const knowledge = apiKnowledge(model);
    const suites = suitesOf(model, knowledge);
    return [
      ...suites.flatMap((suite) => [emitCases(suite, NAME), emitContract(suite, NAME)]),
      emitSuites(suites, NAME),
      emitCatalogue(model, knowledge, NAME),
    ];
  },
};
