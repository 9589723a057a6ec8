import { expect, test } from 'vitest';
import type { ContractCase } from '../src/contract-case.ts';
import { catalogue } from '../src/generated/catalogue.ts';
import { suites } from '../src/generated/suites.ts';
import { proofGroups } from '../src/run/proof-group.ts';
import { Session } from '../src/run/session.ts';
import { reasonToSkip } from '../src/run/skip.ts';
import { settingsFor } from './run-suite.ts';

const cases = suites.flatMap((suite) => suite.cases);
const elsewhere = cases.filter(({ inputs }) =>
  inputs.some((input) => input.kind === 'variable' && input.other),
);

const skipped = (endpoint: string): readonly ContractCase[] => {
  const session = new Session(catalogue, settingsFor(endpoint));
  return cases.filter((one) => reasonToSkip(session, one) !== undefined);
};

test('what another region means is not examined where the endpoint itself is in a region', () => {
  expect(elsewhere.length).toBeGreaterThan(2);
  expect(skipped('http://127.0.0.1:8080')).toEqual([]);
  expect(skipped('https://swas.cn-hangzhou.aliyuncs.com')).toEqual(elsewhere);
});

test('only cases that refuse everything share a proof, and that with their like', () => {
  const groups = new Set(proofGroups(cases, catalogue).values());
  expect(groups.size).toBeGreaterThan(1);
  for (const { members } of groups) {
    expect(members.length).toBeGreaterThan(1);
    for (const { effect, steps, id } of members) {
      expect(effect, id).toBe('none');
      expect(steps.at(-1)?.phase, id).toBe('proof');
    }
    expect(new Set(members.map(({ steps }) => steps.at(-1)?.action)).size).toBe(1);
  }
});
