import { describe, expect, it } from 'vitest';
import { emittedFile, fileText, header } from '../src/index.ts';

const print = (name: string, count: number): string => `${name}${count}`;

describe('an emitted file', () => {
  it('is printed from its inputs when its content is asked for', () => {
    const calls: string[] = [];
    const file = emittedFile('a.ts', (name: string) => String(calls.push(name)), 'x');
    expect(calls).toEqual([]);
    expect([file.path, file.content]).toEqual(['a.ts', '1']);
    expect(calls).toEqual(['x']);
  });

  it('tells what it depends on', () => {
    expect(emittedFile('a.ts', print, 'x', 1).recipe).toEqual({ print, inputs: ['x', 1] });
  });

  it('wants the inputs that its function takes', () => {
    // @ts-expect-error: the second input is a number.
    expect(emittedFile('a.ts', print, 'x', 'y').content).toBe('xy');
    // @ts-expect-error: an input is missing.
    expect(emittedFile('a.ts', print, 'x').content).toBe('xundefined');
  });

  it('has the text that its structures give', () => {
    const file = emittedFile(
      'a.ts',
      (statement: string) => fileText({ generator: 'g', statements: [statement] }),
      'a;',
    );
    expect(file.content).toBe(`${header('g')}\na;\n`);
  });
});
