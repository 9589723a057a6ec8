import { join } from 'node:path';
import type { Diagnostic } from '../../src/index.ts';
import { faultsOf, writeFolder } from './load.ts';

/** The faults of a spec given as text. */
export const faults = (spec: string): readonly Diagnostic[] =>
  faultsOf(join(writeFolder({ 'openapi.yaml': spec }), 'openapi.yaml'));

/** So many items, each made of its index. */
export const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** What is said of values that are too large, whatever makes them so. */
export const tooMany = 'a value of `Act` has more than 20000 parts when references are written out';
