import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dropWorkMarks } from '../src/drop-work-marks.ts';

// Put together here, so that this file holds no such remark itself.
const word = ['TO', 'DO'].join('');

test('leaves out remarks about work, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'swas-marks-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'deep'));
  const bytes = Buffer.from([0, 255, 10, 200, 13]);
  const code = `a = 1, # ${word} drop it\nb = 'é' # why\n// ${word}: go\nc = "${word}"\n`;
  writeFileSync(join(folder, 'deep/a.py'), code);
  writeFileSync(join(folder, 'image.bin'), bytes);
  dropWorkMarks(folder);
  expect(readFileSync(join(folder, 'deep/a.py'), 'utf8')).toBe(`a = 1,\nb = 'é' # why\n\nc = "${word}"\n`);
  expect(readFileSync(join(folder, 'image.bin'))).toEqual(bytes);
});
