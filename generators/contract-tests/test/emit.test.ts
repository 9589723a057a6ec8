import { expect, test } from 'vitest';
import { generator } from '../src/index.ts';
import { fromMarkedText, placeholder, toEmittedText } from '../src/values/template-text.ts';
import { lamps } from './models.ts';

const files = generator.emit(lamps);
const contentOf = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

test('each suite is two files: cases as data, and the vitest file', () => {
  expect(files.map(({ path }) => path)).toEqual([
    'switch-lamp.cases.ts',
    'switch-lamp.contract.ts',
    'scrap-lamps.cases.ts',
    'scrap-lamps.contract.ts',
    'find-lamps.cases.ts',
    'find-lamps.contract.ts',
    'all.workflows.cases.ts',
    'all.workflows.contract.ts',
    'all.gateway.cases.ts',
    'all.gateway.contract.ts',
    'suites.ts',
    'catalogue.ts',
  ]);
});

test('a case names its rule and where that is documented', () => {
  const content = contentOf('switch-lamp.cases.ts');
  expect(content).toContain('"text":"Position is one of Up, Down; letter case and white space count"');
  expect(content).toContain(
    '"source":{"title":"SwitchLamp","url":"https://example.com/switch","section":"Parameters","row":"Position"}',
  );
});

test('the catalogue tells the ways between states', () => {
  expect(contentOf('catalogue.ts')).toContain('"from":"dark","to":"lit","action":"SwitchLamp"');
});

test('equal models give equal bytes', () => {
  expect(generator.emit(structuredClone(lamps))).toEqual(files);
});

test('literal braces are told from placeholders', () => {
  const template = fromMarkedText(`{"a":"${placeholder('image')}"}`);
  expect(template).toEqual(['{"a":"', { input: 'image' }, '"}']);
  expect(toEmittedText(template)).toBe('{{"a":"{image}"}}');
});
