import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share } from '../src/share.ts';

const model = {
  title: 'Shop',
  operations: [
    { name: 'A', parameters: [{ name: 'p', example: [1, { q: null }] }] },
    { name: 'B', parameters: [] },
  ],
};

const copy = <Data>(data: Data): Data => structuredClone(data);

describe('structural sharing', () => {
  it('answers the former data itself when nothing differs', () => {
    expect(share(model, copy(model))).toBe(model);
  });

  it('keeps every part that is equal, and nothing else', () => {
    const next = copy(model);
    next.operations[1]!.name = 'C';
    const shared = share(model, next);
    expect(shared).toEqual(next);
    expect(shared.operations[0]).toBe(model.operations[0]);
    expect(shared.operations[1]).not.toBe(model.operations[1]);
    expect(shared.operations[1]?.parameters).toBe(model.operations[1]?.parameters);
  });

  it('finds what moved by its name', () => {
    const [a, b] = model.operations;
    const next = copy({ ...model, operations: [{ name: 'New', parameters: [] }, b!, a!] });
    expect(share(model, next).operations.slice(1)).toEqual([b, a]);
    expect(share(model, next).operations[1]).toBe(b);
    expect(share(model, next).operations[2]).toBe(a);
  });

  it('takes another order of keys for a difference, since it reaches emitted code', () => {
    const shared = share({ a: 1, b: { c: 1 } }, { b: { c: 1 }, a: 1 });
    expect(Object.keys(shared)).toEqual(['b', 'a']);
  });

  it('equals what it is given, whatever came before', () => {
    const data = fc.jsonValue({ maxDepth: 4 });
    const property = fc.property(data, data, (former, next) => {
      const [before, given] = [JSON.stringify(former), JSON.stringify(next)];
      expect(JSON.stringify(share(former, next))).toBe(given);
      expect(JSON.stringify([former, next])).toBe(`[${before},${given}]`);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
