import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from './support/folder.ts';
import { generate } from './support/output.ts';
import { emitted, generated, generatedIn, newWorkspace, spec } from './support/workspace.ts';

describe('generate', () => {
  it('writes what is missing, removes what is stray, and says so', async () => {
    const workspace = newWorkspace();
    writeFiles(generatedIn(workspace), { 'same.ts': emitted()['same.ts'] ?? '', 'old/stray.ts': '' });
    const { exitCode, out } = await generate(workspace);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/openapi\.yaml: 1 operation\(s\), 0 schema\(s\), 0 workflow\(s\)/);
    expect(out).toMatch(/shop +2 file\(s\)\nGenerated: 1 file\(s\) written, 1 removed, the rest unchanged/);
    expect(generated(workspace)).toEqual(emitted());
  });

  it('takes another spec', async () => {
    const workspace = newWorkspace();
    writeFiles(workspace, { 'other.yaml': spec('Differs.') });
    expect(
      await generate(workspace, '--spec', join(workspace, 'other.yaml'), '--only', 'shop'),
    ).toMatchObject({ exitCode: 0 });
    expect(generated(workspace)).toEqual(emitted('Differs.'));
  });

  it('prints JSON alone with --json', async () => {
    const { out } = await generate(newWorkspace(), '--json');
    expect(JSON.parse(out)).toEqual({ written: 2, removed: 0 });
  });
});

describe('generate --check', () => {
  it('ends with 0 when nothing would change', async () => {
    const workspace = newWorkspace();
    await generate(workspace);
    expect(await generate(workspace, '--check')).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('Generated code is up to date.'),
    });
    expect(JSON.parse((await generate(workspace, '--check', '--json')).out)).toEqual({
      upToDate: true,
      changes: [],
    });
  });

  it('ends with 1, shows the difference and writes nothing', async () => {
    const workspace = newWorkspace();
    await generate(workspace);
    writeFiles(generatedIn(workspace), { 'act.ts': "export const summary = 'Edited.';\n", 'stray.ts': '' });
    rmSync(join(generatedIn(workspace), 'same.ts'));
    const before = generated(workspace);
    const { exitCode, out } = await generate(workspace, '--check');
    expect(exitCode).toBe(1);
    expect(out).toMatch(
      /differs .*act\.ts\n {2}@@ .*\n {2}-export const summary = 'Edited\.';\n {2}\+export const summary = 'Acts\.';\n/,
    );
    expect(out).toMatch(/missing .*same\.ts\n/);
    expect(out).toMatch(/stray .*stray\.ts\n/);
    expect(out).toContain('Generated code is out of date: run `pnpm generate`.');
    expect(generated(workspace)).toEqual(before);
    const { changes, upToDate } = JSON.parse((await generate(workspace, '--check', '--json')).out);
    expect(upToDate).toBe(false);
    expect(changes).toEqual([
      { folder: generatedIn(workspace), write: ['act.ts', 'same.ts'], remove: ['stray.ts'] },
    ]);
  });
});

describe('a fault', () => {
  it('in the spec ends with 2, says the place and leaves generated code as it was', async () => {
    const workspace = newWorkspace();
    await generate(workspace);
    writeFileSync(join(workspace, 'spec/openapi.yaml'), spec().replace('summary', 'sumary'));
    const { exitCode, out, err } = await generate(workspace);
    expect(exitCode).toBe(2);
    expect(err).toMatch(
      /openapi\.yaml:9:7: `sumary` is not supported in the operation\n {2}expected: .*\n {2}to mend it: did you mean `summary`\?\n\n1 fault\(s\); nothing was written\.\n$/,
    );
    expect(out).toBe('');
    expect(generated(workspace)).toEqual(emitted());
  });

  it('has its faults in the order of the file, for people and for programs', async () => {
    const workspace = newWorkspace();
    // The title stands above the operations and is read after them.
    const broken = spec()
      .replace('summary', 'sumary')
      .replace(/title: .*?(?=[,}\n])/, 'title: 1');
    writeFileSync(join(workspace, 'spec/openapi.yaml'), broken);
    const { err } = await generate(workspace);
    const lines = [...err.matchAll(/openapi\.yaml:(\d+):\d+: /g)].map(([, line]) => Number(line));
    expect(lines).toEqual([expect.any(Number), 9]);
    expect(lines[0]).toBeLessThan(9);
    const { diagnostics } = JSON.parse((await generate(workspace, '--json')).out);
    expect(diagnostics.map(({ line }: { line: number }) => line)).toEqual(lines);
  });

  it('of an example is told, and keeps nothing from being generated', async () => {
    const workspace = newWorkspace();
    const wrong = 'parameters: [{ name: P, in: query, schema: { type: integer }, example: x }]';
    const text = spec().replace('summary', `${wrong}\n      summary`);
    writeFileSync(join(workspace, 'spec/openapi.yaml'), text);
    const { exitCode, err } = await generate(workspace);
    expect(exitCode).toBe(0);
    expect(err).toMatch(/openapi\.yaml:9:\d+: the example breaks its schema.*\n {2}expected: a whole number/);
    expect(JSON.parse((await generate(workspace, '--check', '--json')).out)).toEqual({
      upToDate: true,
      changes: [],
      warnings: [expect.objectContaining({ line: 9, expected: 'a whole number' })],
    });
  });

  it('is JSON with --json', async () => {
    const workspace = newWorkspace();
    writeFileSync(join(workspace, 'spec/openapi.yaml'), spec().replace('summary', 'sumary'));
    const { exitCode, out, err } = await generate(workspace, '--json');
    expect([exitCode, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual({
      diagnostics: [
        expect.objectContaining({
          line: 9,
          column: 7,
          hint: 'did you mean `summary`?',
          file: expect.stringContaining('openapi.yaml'),
        }),
      ],
    });
  });

  it('of a generator ends with 2 and leaves generated code as it was', async () => {
    const workspace = newWorkspace();
    await generate(workspace);
    writeFileSync(join(workspace, 'spec/openapi.yaml'), spec('Fails.'));
    expect(await generate(workspace)).toMatchObject({
      exitCode: 2,
      err: 'failed: cannot emit Act\nNothing was written.\n',
    });
    expect(generated(workspace)).toEqual(emitted());
    expect(JSON.parse((await generate(workspace, '--json')).out)).toEqual({ error: 'cannot emit Act' });
  });
});

describe('usage', () => {
  it('is explained by --help, with examples and exit codes', async () => {
    const { exitCode, out } = await generate(newWorkspace(), '--help');
    expect(exitCode).toBe(0);
    for (const flag of [
      '--spec',
      '--workflows',
      '--out',
      '--check',
      '--watch',
      '--only',
      '--json',
      'Examples:',
      'Exit codes:',
    ]) {
      expect(out).toContain(flag);
    }
  });

  it.each([
    ['an unknown flag', ['--chek'], /unknown option '--chek'[^]*--check/],
    ['a word too many', ['now'], /too many arguments/],
    ['--check with --watch', ['--check', '--watch'], /exclude each other/],
    ['--out with --only', ['--out', 'x', '--only', 'shop'], /leave out --only/],
    ['a scope that is none', ['--out', 'x', '--scope', 'acme'], /must look like @acme/],
    [
      'a package that there is not',
      ['--only', 'shp'],
      /No generated package is called shp: use one of shop\./,
    ],
    [
      'a spec that there is not',
      ['--spec', 'none.yaml'],
      /none\.yaml:1:1: the file cannot be read \(ENOENT\)/,
    ],
  ])('%s ends with 2 and a reason', async (_name, flags, reason) => {
    const { exitCode, err } = await generate(newWorkspace(), ...flags);
    expect(exitCode).toBe(2);
    expect(err).toMatch(reason);
  });
});
