import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkOf } from '../support/compile.ts';
import { deviations } from './deviations.ts';
import { schemasOf } from './draft.ts';

interface Group {
  readonly description: string;
  readonly schema: Record<string, unknown>;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

const manifest = createRequire(import.meta.url).resolve('json-schema-test-suite/package.json');
const folder = join(dirname(manifest), 'tests', 'draft4');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted();

const cases = files.flatMap((file) =>
  (JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Group[]).flatMap((group) => {
    const schemas = schemasOf(group.schema);
    if (schemas === undefined) return [];
    const check = checkOf(schemas as Parameters<typeof checkOf>[0]);
    return group.tests.map((test) => ({
      ...test,
      check,
      name: `${file} › ${group.description} › ${test.description}`,
    }));
  }),
);

describe('JSON Schema Test Suite', () => {
  it('is there in full for the emitted keywords', () => {
    expect(cases.length).toBeGreaterThan(150);
  });

  it.each(cases)('$name', ({ name, data, valid, check }) => {
    const agrees = (check(data) === 0) === valid;
    expect(agrees).toBe(!Object.hasOwn(deviations, name));
  });
});

it('has no deviation that no test shows', () => {
  const names = new Set(cases.map(({ name }) => name));
  expect(Object.keys(deviations).filter((name) => !names.has(name))).toEqual([]);
});
