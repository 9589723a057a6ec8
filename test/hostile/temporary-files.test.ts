import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { root, temporaryFolder } from '../support/workspace.ts';

const preload = pathToFileURL(join(root, 'test/hostile/support/note-temporary.mjs')).href;
const generateProgram = join(root, 'generators/kit/bin/generate.mjs');
const spec = join(root, 'spec/openapi.yaml');

interface Note {
  readonly name: string;
  readonly path: string;
  readonly mode: number;
}

/** What a program makes right in the folder of temporary files. */
async function notesOf(program: string, parameters: readonly string[], cwd: string): Promise<Note[]> {
  const folder = realpathSync(temporaryFolder());
  const [TMPDIR, NOTES] = [join(folder, 'tmp'), join(folder, 'notes')];
  mkdirSync(TMPDIR);
  writeFileSync(NOTES, '');
  await run(process.execPath, [program, ...parameters], cwd, {
    TMPDIR,
    NOTES,
    NODE_OPTIONS: `--import ${preload}`,
    // Its folder is made before Java is looked for, which takes half a minute to fill it.
    ...(parameters.includes('--language') ? { PATH: TMPDIR } : {}),
  });
  expect(readdirSync(TMPDIR)).toEqual([]);
  const lines = readFileSync(NOTES, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Note);
}

/**
 * CVE-2021-21363 and CVE-2021-21364 (swagger-codegen), CVE-2021-21428, CVE-2021-21429 and CVE-2021-21430 (openapi-generator): a temporary
 * folder that another user of the machine can foresee, open, or fill with code.
 */
const uses: readonly (readonly [string, string, readonly string[], number])[] = [
  ['pnpm spec:diff', join(root, 'generators/spec-diff/bin/spec-diff.mjs'), ['--spec', spec], 2],
  ['pnpm generate --language', generateProgram, ['--language', 'python', '--out', 'out'], 1],
  ['pnpm generate --out', generateProgram, ['--out', 'out'], 0],
];

test.for(uses)('%s makes temporary folders of its own alone', async ([, program, parameters, folders]) => {
  const notes = await notesOf(program, parameters, program === generateProgram ? temporaryFolder() : root);
  expect(notes.length).toBeGreaterThanOrEqual(folders);
  for (const note of notes) expect(note).toMatchObject({ name: 'mkdtemp', mode: 0o700 });
});

test('the check itself finds a name that can be foreseen, and a folder that is open', async () => {
  const program = join(temporaryFolder(), 'program.mjs');
  writeFileSync(
    program,
    `import { mkdirSync, rmSync } from 'node:fs';
     process.umask(0o022);
     const folder = process.env.TMPDIR + '/known';
     mkdirSync(folder, { mode: 0o755 });
     rmSync(folder, { recursive: true });`,
  );
  expect(await notesOf(program, [], root)).toMatchObject([{ name: 'mkdir', mode: 0o755 }]);
});
