import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, readFiles, writeFiles } from './support/folder.ts';
import { generate } from './support/output.ts';
import { emitted, newWorkspace, spec } from './support/workspace.ts';

const manifest = '.generated-files.json';

/** A workspace and the folder that received its packages. */
async function generatedElsewhere(): Promise<{ workspace: string; out: string }> {
  const workspace = newWorkspace();
  const out = join(newFolder(), 'out');
  expect(await generate(workspace, '--out', out, '--scope', '@acme')).toMatchObject({ exitCode: 0 });
  return { workspace, out };
}

describe('generate --out', () => {
  it('writes complete packages: hand-written parts, generated code and what stands above them', async () => {
    const { out } = await generatedElsewhere();
    const files = readFiles(out);
    expect(Object.keys(files)).toEqual([
      manifest,
      '.gitignore',
      'README.md',
      'package.json',
      'pnpm-workspace.yaml',
      'runtime/package.json',
      'runtime/src/index.ts',
      'shop/package.json',
      'shop/src/generated/act.ts',
      'shop/src/generated/same.ts',
      'shop/src/index.ts',
      'tsconfig.base.json',
    ]);
    expect(files['shop/src/generated/act.ts']).toBe(emitted()['act.ts']);
    expect(JSON.parse(files[manifest] ?? '')).toEqual({
      files: Object.keys(files).filter((path) => path !== manifest),
    });
  });

  it('names the packages by the scope given, and leaves out what only this workspace has', async () => {
    const { out } = await generatedElsewhere();
    expect(JSON.parse(readFileSync(join(out, 'shop/package.json'), 'utf8'))).toEqual({
      name: '@acme/shop',
      type: 'module',
      scripts: {},
      dependencies: { '@acme/runtime': 'workspace:*' },
      devDependencies: { vitest: '1.0.0' },
    });
    expect(readFileSync(join(out, 'shop/src/index.ts'), 'utf8')).toContain("'@acme/runtime'");
    expect(JSON.parse(readFileSync(join(out, 'runtime/package.json'), 'utf8'))).toMatchObject({
      name: '@acme/runtime',
      scripts: { build: 'tsc' },
    });
  });

  it('changes nothing on the second run', async () => {
    const { workspace, out } = await generatedElsewhere();
    const { exitCode, out: printed } = await generate(workspace, '--out', out, '--scope', '@acme');
    expect([exitCode, printed]).toEqual([0, expect.stringContaining('0 file(s) written, 0 removed')]);
    expect(await generate(workspace, '--out', out, '--scope', '@acme', '--check')).toMatchObject({
      exitCode: 0,
    });
  });

  it('removes its own stale files and never those of others', async () => {
    const { workspace, out } = await generatedElsewhere();
    writeFiles(out, { 'notes.md': 'mine', 'shop/src/generated/mine.ts': 'mine' });
    writeFileSync(
      join(workspace, 'spec/openapi.yaml'),
      spec().replaceAll('Act\n', 'Other\n').replace('/Act', '/Other'),
    );
    const check = await generate(workspace, '--out', out, '--scope', '@acme', '--check');
    expect(check).toMatchObject({
      exitCode: 1,
      out: expect.stringContaining('run the same without `--check`'),
    });
    expect(await generate(workspace, '--out', out, '--scope', '@acme')).toMatchObject({ exitCode: 0 });
    const files = readFiles(out);
    expect(files).toMatchObject({ 'notes.md': 'mine', 'shop/src/generated/mine.ts': 'mine' });
    expect(files).toHaveProperty(['shop/src/generated/other.ts']);
    expect(files).not.toHaveProperty(['shop/src/generated/act.ts']);
  });

  it.each([
    ['a file', { 'shop/package.json': 'mine' }],
    ['a file where a folder is needed', { shop: 'mine' }],
    ['a folder where a file is needed', { 'README.md/mine.txt': 'mine' }],
  ] as const)(
    'refuses a folder in which %s of others stands in the way, and writes nothing',
    async (_name, files) => {
      const out = newFolder(files);
      const { exitCode, err } = await generate(newWorkspace(), '--out', out);
      expect(exitCode).toBe(2);
      expect(err).toMatch(
        /holds files that generate did not write \(.*\): choose an empty folder or move them\./,
      );
      expect(readFiles(out)).toEqual(files);
    },
  );

  it('writes through no link, also when the link takes the place of a folder of its own', async () => {
    const { workspace, out } = await generatedElsewhere();
    const outside = newFolder({ 'package.json': 'theirs' });
    rmSync(join(out, 'shop'), { recursive: true });
    symlinkSync(outside, join(out, 'shop'));
    const { exitCode, err } = await generate(workspace, '--out', out, '--scope', '@acme');
    expect([exitCode, err]).toEqual([
      2,
      expect.stringContaining('is a link or a file where a folder is needed'),
    ]);
    expect(readFiles(outside)).toEqual({ 'package.json': 'theirs' });
  });

  it.each([
    ['leads out', '{"files":["../../victim.txt"]}'],
    ['is absolute', '{"files":["/tmp/victim.txt"]}'],
    ['is empty', '{"files":[""]}'],
    ['is the folder itself', '{"files":["."]}'],
    ['has back slashes', String.raw`{"files":["..\\victim.txt"]}`],
    ['is no text', '{"files":[1]}'],
    ['is missing', '{}'],
    ['is no JSON', '{'],
  ])('refuses an edited list of files in which a path %s', async (_name, text) => {
    const { workspace, out } = await generatedElsewhere();
    writeFileSync(join(out, manifest), text);
    const before = readFiles(out);
    const { exitCode, err } = await generate(workspace, '--out', out, '--scope', '@acme');
    expect(exitCode).toBe(2);
    expect(err).toContain(
      `${manifest} lists no usable files: delete it together with what was generated there.`,
    );
    expect(readFiles(out)).toEqual(before);
  });

  it('keeps a title from the spec text in the README', async () => {
    const workspace = newWorkspace();
    writeFileSync(
      join(workspace, 'spec/openapi.yaml'),
      spec().replace('title: Shop', 'title: "Shop\\n# [a](b) <script>`x`"'),
    );
    const out = join(newFolder(), 'out');
    await generate(workspace, '--out', out);
    expect(readFileSync(join(out, 'README.md'), 'utf8').split('\n')[0]).toBe('# Shop # a(b) scriptx');
  });
});
