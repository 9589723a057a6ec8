import { expect, it } from 'vitest';
import { judge } from './agreement.ts';

it.each(['deleteCustomImages', 'modifyImageShareStatus'] as const)(
  'decides about %s as ajv and zod do',
  (operation) => {
    const { valid, invalid } = judge(operation, 2000);
    // Both sides have to be seen, or agreement would mean little.
    expect(valid).toBeGreaterThan(150);
    expect(invalid).toBeGreaterThan(150);
  },
);
