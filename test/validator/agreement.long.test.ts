import { expect, it } from 'vitest';
import { judge } from './agreement.ts';

it.each(['deleteCustomImages', 'modifyImageShareStatus'] as const)(
  'decides about 100,000 requests of %s as ajv and zod do',
  (operation) => {
    const { valid, invalid } = judge(operation, 100_000);
    expect(valid + invalid).toBe(100_000);
  },
);
