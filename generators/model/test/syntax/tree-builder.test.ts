import { expect, it } from 'vitest';
import { kinds } from '../../src/syntax/syntax-tree.ts';
import { TooManyNodes, TreeBuilder } from '../../src/syntax/tree-builder.ts';

it('holds a bounded number of nodes', () => {
  const tree = new TreeBuilder('');
  tree.open(kinds.list, 0);
  let count = 0;
  expect(() => {
    for (; ; count += 1) tree.nothing(0);
  }).toThrow(TooManyNodes);
  expect(count).toBeGreaterThan(10_000_000);
  expect(count).toBeLessThan(20_000_000);
});

it('finds the first of a key that stands twice, and an item, however many there are', () => {
  const tree = new TreeBuilder('');
  const top = tree.open(kinds.map, 0);
  for (let index = 0; index < 100; index += 1) {
    tree.key(index, `k${index % 60}`);
    tree.value(index, index, '');
  }
  tree.key(100, 'list');
  const list = tree.open(kinds.list, 100);
  for (let index = 0; index < 100; index += 1) tree.value(index, index, '');
  tree.close(list);
  tree.close(top);
  const read = tree.finish();
  expect(read.keys(top)).toHaveLength(61);
  expect(read.faults).toHaveLength(40);
  expect(read.faults[0]).toEqual({ start: 60, key: 'k0' });
  for (const index of [0, 5, 59]) expect(read.scalar(read.find(top, `k${index}`))).toBe(index);
  expect(read.find(top, 'list')).toBe(list);
  expect(read.find(top, 'none')).toBe(-1);
  expect(read.scalar(read.item(list, 70))).toBe(70);
  expect(read.item(list, 100)).toBe(-1);
});
