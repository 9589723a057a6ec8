import { readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { copySpec } from '../src/copy-spec.ts';
import { fill, newRoot } from './support/fill.ts';

const files = { 'my spec.yaml': 'spec', 'parts/a b.yaml': 'part', 'unasked.yaml': 'unasked' };

test('openapi-generator reads a spec of any name under a plain one, with the files beside it', () => {
  const root = newRoot();
  const folder = fill(root, 'own', files);
  const copy = copySpec([join(folder, 'my spec.yaml'), join(folder, 'parts/a b.yaml')], join(root, 'copy'));
  expect(basename(copy)).toMatch(/^[\w.-]+$/);
  const read = (path: string): string => readFileSync(join(dirname(copy), path), 'utf8');
  expect([basename(copy), 'my spec.yaml', 'parts/a b.yaml'].map(read)).toEqual(['spec', 'spec', 'part']);
  expect(() => read('unasked.yaml')).toThrow('ENOENT');
});

test('a linked spec is read with the files beside what the link leads to', () => {
  const root = newRoot();
  const folder = fill(root, 'own', files);
  const link = join(root, 'link.yaml');
  symlinkSync(join(folder, 'my spec.yaml'), link);
  const copy = copySpec([link, join(folder, 'parts/a b.yaml')], join(root, 'copy'));
  expect(readFileSync(join(dirname(copy), 'parts/a b.yaml'), 'utf8')).toBe('part');
});
