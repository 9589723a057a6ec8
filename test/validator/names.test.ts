import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emitPackage } from './emit-package.ts';
import type { EmittedPackage } from './emit-package.ts';

const names = [
  '__proto__',
  'constructor',
  'data',
  'out',
  'key',
  'a.b',
  'a-b',
  'a_b',
  'a$b',
  '@x',
  '1a',
  'class',
];
let emitted: EmittedPackage;

beforeAll(async () => {
  const token = { anyOf: [{ type: 'string', pattern: '^[a-z]*$' }, { enum: [1, 2] }] };
  emitted = await emitPackage({
    Optional: names.map((name) => ({ name, in: 'query', schema: { type: 'integer' } })),
    Required: names.map((name) => ({ name, in: 'query', required: true, schema: { type: 'integer' } })),
    Secret: [{ name: 'ClientToken', in: 'query', schema: token }],
  });
});

afterAll(() => emitted.remove());

/** A request in which each name has its index as value. `JSON.parse` makes `__proto__` a name like any other. */
const request = (texts: boolean): unknown =>
  JSON.parse(`{${names.map((name, index) => `${JSON.stringify(name)}:${texts ? `"${index}x"` : index}`)}}`);

it.each(['optional', 'required'])('takes any name of a parameter that is %s', (operation) => {
  const validator = emitted.validators[operation];
  const result = validator?.validate(request(false));
  expect(result?.ok).toBe(true);
  expect(Object.entries(result?.ok === true ? (result.value as object) : {})).toEqual(
    Object.entries(request(false) as object),
  );
  expect(emitted.guards[operation]?.(request(false))).toBe(true);
  expect(validator?.validate(request(true)).issues?.map(({ path }) => path)).toEqual(
    names.map((name) => [name]),
  );
  expect(validator?.is({ ...(request(false) as object), toString: 1 })).toBe(false);
});

it('reads any name from a query', () => {
  const query = new URLSearchParams(names.map((name, index): [string, string] => [name, String(index)]));
  const result = emitted.validators['required']?.fromQuery(query);
  expect(result?.ok === true && Object.values(result.value as object)).toEqual(
    names.map((_, index) => index),
  );
});

it('hides a token that is no plain text too', () => {
  const result = emitted.validators['secret']?.validate({ ClientToken: 'Secret7' });
  expect(result?.ok).toBe(false);
  expect(inspect(result, { depth: 9, showHidden: true }) + JSON.stringify(result)).not.toContain('Secret7');
});
