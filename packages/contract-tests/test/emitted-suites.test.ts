import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApiModel } from '@swas/generator-model';
import { describe, expect, test } from 'vitest';
import type { ContractCase } from '../src/contract-case.ts';
import { coveredBy } from '../src/report/coverage.ts';
import { isFresh } from '../src/run/fresh.ts';
import { inputsOf } from '../src/template.ts';
import { lamps, loadEmitted, own, type Emitted } from './emitted.ts';

const ofLamps = await loadEmitted(lamps);
const ofOwn = await loadEmitted(own);

const casesOf = ({ suites }: Emitted): readonly ContractCase[] => suites.flatMap((suite) => suite.cases);

function missing(emitted: Emitted): readonly string[] {
  const { items, unreachable } = emitted.catalogue.coverage;
  const covered = new Set(casesOf(emitted).flatMap(coveredBy));
  return items.filter((item) => !covered.has(item) && !(item in unreachable));
}

const lampCase = (id: string): ContractCase | undefined => casesOf(ofLamps).find((one) => one.id === id);

describe.each([
  ['the own API', ofOwn],
  ['an invented API', ofLamps],
])('%s', (_name, emitted) => {
  test('case ids are unique', () => {
    const ids = casesOf(emitted).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every template names inputs of its case only', () => {
    for (const { id, inputs, steps } of casesOf(emitted)) {
      const known = new Set(inputs.map(({ name }) => name));
      const used = steps.flatMap(({ query }) => Object.values(query).flatMap(inputsOf));
      expect(
        used.filter((name) => !known.has(name) && !isFresh(name)),
        id,
      ).toEqual([]);
    }
  });

  test('a case that only refuses ends by proving that nothing happened', () => {
    const refusing = casesOf(emitted).filter(
      ({ id, inputs }) => id.endsWith('/refused') && inputs.some(({ kind }) => kind === 'resource'),
    );
    expect(refusing.length).toBeGreaterThan(5);
    for (const { id, steps, effect } of refusing) {
      expect(steps.at(-1)?.phase, id).toBe('proof');
      expect(effect, id).toBe('none');
    }
  });

  test('a gateway case is at the level gateway', () => {
    const tampering = casesOf(emitted).filter(({ steps }) =>
      steps.some(({ tamper }) => tamper !== undefined),
    );
    expect(new Set(tampering.map(({ rule }) => rule.level))).toEqual(new Set(['gateway']));
  });
});

test('everything in the own spec is exercised, save failures of the service', () => {
  expect(missing(ofOwn)).toEqual([]);
  const unreachable = Object.keys(ofOwn.catalogue.coverage.unreachable);
  expect(unreachable.length).toBeGreaterThan(0);
  expect(unreachable.every((item) => /500|InternalError/u.test(item))).toBe(true);
});

test('an item that nothing exercises is found', () => {
  expect(missing(ofLamps)).toEqual(['code:SwitchLamp.LampIsLit']);
});

test('a wrong value with a documented code must be answered with it, an empty or missing one with any refusal', () => {
  const wrong =
    lampCase('SwitchLamp.Position.enum/refused')?.steps.filter(({ phase }) => phase === 'act') ?? [];
  expect(wrong.map(({ expect: expected }) => expected)).toContainEqual({
    kind: 'answer',
    status: 400,
    code: 'BadPosition',
    messages: ['No such position.'],
  });
  expect(lampCase('SwitchLamp.Position.required/refused')?.steps[0]?.expect).toEqual({ kind: 'refusal' });
});

test('the limit of a list of resources is examined with live ones on both sides', () => {
  const limit = casesOf(ofLamps).find(({ id }) => id === 'ScrapLamps.Lamps.maxItems/limit');
  expect(limit?.inputs.filter(({ kind }) => kind === 'resource')).toHaveLength(4);
  expect(limit?.steps.slice(0, 2).map(({ query }) => query)).toEqual([
    { Room: '{room}', Lamps: '["{item1}","{item2}","{item3}","{item4}"]' },
    { Room: '{room}', Lamps: '["{item1}","{item2}","{item3}"]' },
  ]);
  expect(limit?.after).toEqual({ item1: 'scrapped', item2: 'scrapped', item3: 'scrapped', item4: 'lit' });
});

test('an operation without a resource gets its valid request and its constraints', () => {
  const ids = casesOf(ofLamps)
    .map(({ id }) => id)
    .filter((id) => id.startsWith('FindLamps'));
  expect(ids).toContain('FindLamps.valid/accepted');
  expect(ids).toContain('FindLamps.Watts.maximum/refused');
  expect(ids).toContain('FindLamps.Watts.maximum/accepted 60');
  expect(ids).toContain('FindLamps.Tag[].Key.maxLength/refused');
});

test('what a gateway row leaves open is asserted as any refusal', () => {
  expect(lampCase('gateway.nonce-used/refused')?.steps[0]?.expect).toEqual({
    kind: 'answer',
    status: 400,
    code: 'NonceUsed',
  });
  expect(lampCase('gateway.unknown-action/refused')?.steps[0]?.expect).toEqual({ kind: 'refusal' });
});

test('a changed limit changes the cases', async () => {
  const text = JSON.stringify(lamps).replaceAll('"maxItems":3', '"maxItems":4');
  const changed = await loadEmitted(JSON.parse(text) as ApiModel);
  const limit = casesOf(changed).find(({ id }) => id === 'ScrapLamps.Lamps.maxItems/limit');
  expect(limit?.inputs.filter(({ kind }) => kind === 'resource')).toHaveLength(5);
});

test('no operation, parameter or state of the own API is named where cases are made', () => {
  const folders = ['../src/operation', '../../../generators/contract-tests/src'];
  const files = folders.flatMap((relative) => {
    const folder = fileURLToPath(new URL(relative, import.meta.url));
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((file) => file.endsWith('.ts')).map((file) => join(folder, file));
  });
  expect(files.length).toBeGreaterThan(20);
  const names = own.operations.flatMap(({ name, parameters }) => [
    name,
    ...parameters.map((one) => one.name),
  ]);
  // `Operation` is also a type of the model; as a wire name it would stand in quotes.
  const forbidden = [
    ...names,
    ...own.resources.map(({ name }) => name),
    'unshared',
    'CustomImageInShare',
  ].map((name) => (name === 'Operation' ? "'Operation'" : name));
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const name of forbidden) expect(text.includes(name), `${name} in ${file}`).toBe(false);
  }
});
