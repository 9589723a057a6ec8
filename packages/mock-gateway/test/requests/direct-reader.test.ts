import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/generated/catalogue.ts';
import { ownValidators } from '../../src/own-validators.ts';
import { checkByValidator } from '../../src/requests/check-request.ts';
import { directReader } from '../../src/requests/direct-reader.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 70 }),
  fc.constantFrom(
    '',
    'cn-hangzhou',
    'm-1',
    'Share',
    'share',
    'null',
    '[]',
    '["m-1"]',
    '["m-1","m-1"]',
    '[1]',
    '{}',
  ),
  fc
    .array(fc.constantFrom('m-1', 'm-2', '', '__proto__'), { maxLength: 17 })
    .map((ids) => JSON.stringify(ids)),
  fc.json({ maxDepth: 2 }),
);

describe.each(catalogue.operations)('$name', (operation) => {
  const names = operation.parameters.map(({ name }) => name);
  const validator = ownValidators[operation.methodName]!;
  const read = directReader(operation, catalogue.definitions);

  it('is read directly to what the validator reads', () => {
    expect(read).toBeDefined();
    let accepted = 0;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), text), (parameters) => {
        const checked = checkByValidator(validator, read)(parameters);
        expect(checked).toEqual(checkByValidator(validator)(parameters));
        if (checked.valid) accepted += 1;
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(0);
  });
});

it('is not tried where readings could differ', () => {
  const [operation] = catalogue.operations;
  const of = (change: object) => ({
    ...operation!,
    parameters: [{ ...operation!.parameters[0]!, ...change }],
  });
  expect(directReader(of({}), {})).toBeDefined();
  for (const change of [
    { schema: { type: 'integer' } },
    { schema: { enum: [1, 'a'] } },
    { schema: { anyOf: [{ type: 'string' }] } },
    { serialization: 'comma' },
    { serialization: 'flat' },
    { name: '__proto__' },
  ]) {
    expect(directReader(of(change), {})).toBeUndefined();
  }
});
