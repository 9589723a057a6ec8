import { describe, expect, it } from 'vitest';
import { checkOf } from '../support/compile.ts';

/** Lists that are longer than what ajv writes in its own way. */
const numbers = (length: number): number[] => Array.from({ length }, (_, index) => index);

describe('lists of any length', () => {
  it('of 5,000 allowed values', () => {
    const check = checkOf({ s0: { enum: [...numbers(5_000).map((each) => `ecs.s${each}`), 7, null] } });
    expect(['ecs.s0', 'ecs.s4999', 7, null].map(check)).toEqual([0, 0, 0, 0]);
    expect(['ecs.s5000', 'length', '7', true, ['ecs.s0'], {}].map(check)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('of 40 schemas, one of which must match at least', () => {
    const anyOf = numbers(40).map((each) => ({ type: 'integer', minimum: each, maximum: each + 1 }));
    const check = checkOf({ s0: { anyOf } });
    expect([0, 1, 20, 40].map(check)).toEqual([0, 0, 0, 0]);
    expect([-1, 41, '1'].map((value) => check(value) > 0)).toEqual([true, true, true]);
  });

  it('of 40 schemas, exactly one of which must match', () => {
    // 7 matches one, 8 two, 9 three.
    const more = [{ const: 8 }, { const: 9 }, { const: 9 }];
    const oneOf = [...numbers(40).map((each) => ({ const: each })), ...more];
    const check = checkOf({ s0: { oneOf } });
    expect([0, 7, 39].map(check)).toEqual([0, 0, 0]);
    expect([8, 9, 40].map((value) => check(value) > 0)).toEqual([true, true, true]);
  });

  it('of objects, whose findings are dropped where one of them matches', () => {
    const anyOf = numbers(40).map((each) => ({
      type: 'object',
      required: [`k${each}`],
      properties: { [`k${each}`]: { type: 'string', maxLength: 2 } },
    }));
    const check = checkOf({ s0: { type: 'object', properties: { a: { anyOf }, b: { type: 'string' } } } });
    expect(check({ a: { k39: 'ab' } })).toBe(0);
    expect(check({ a: { k0: 'ab' }, b: 1 })).toBe(1);
    expect(check({ a: { k39: 'abc' } })).toBeGreaterThan(0);
  });
});
