import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { root } from '../support/workspace.ts';
import { installPublished, type Project } from './support/installed.ts';
import { entriesOf, published } from './support/published.ts';

let project: Project;
beforeAll(async () => {
  project = await installPublished();
});
afterAll(() => project.remove());

const resolutions = {
  nodenext: { module: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
};

/** What a strict user has, with Node's types, or with a browser's alone. */
const surroundings = {
  Node: { lib: ['ES2023'], types: ['node'], typeRoots: [join(root, 'test/node_modules/@types')] },
  'a browser': { lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: [] },
};

async function compile(options: object, ...files: readonly string[]): Promise<string> {
  const compilerOptions = { ...options, target: 'es2023', strict: true, skipLibCheck: false, noEmit: true };
  project.write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = await run(process.execPath, [compiler, '-p', 'tsconfig.json'], project.folder);
  return stdout + stderr;
}

/** Uses what a caller meets first; the marked lines must not compile. */
const program = `
import { createClient, isDeleteCustomImagesError, type DeleteCustomImagesResult } from '@swas/client';
import { deleteCustomImages } from '@swas/validator';
const client = createClient({ region: 'cn-hangzhou' });
export const result: Promise<DeleteCustomImagesResult> = client.deleteCustomImages({ RegionId: 'cn-hangzhou', ImageIds: ['m-1'] });
// @ts-expect-error a list, not a text
void client.deleteCustomImages({ RegionId: 'cn-hangzhou', ImageIds: 'm-1' });
// @ts-expect-error no such operation
void client.modifyImageShareStatus({ RegionId: 'cn-hangzhou', ImageId: 'm-1', Operation: 'Lend' });
export function explain(request: unknown, error: unknown): string {
  if (deleteCustomImages.is(request)) void client.deleteCustomImages(request);
  return isDeleteCustomImagesError(error) && error.code === 'CustomImageInShare' ? error.requestId ?? '' : '';
}
`;

const everything = published
  .flatMap(entriesOf)
  .map((entry, index) => `export * as entry${index} from '${entry}';\n`)
  .join('');

describe.for(Object.keys(resolutions) as (keyof typeof resolutions)[])('TypeScript with %s', (resolution) => {
  test('takes every entry, libraries checked', async () => {
    project.write('everything.ts', everything);
    expect(await compile({ ...resolutions[resolution], ...surroundings.Node }, 'everything.ts')).toBe('');
  });

  test.for(Object.keys(surroundings) as (keyof typeof surroundings)[])(
    'types a program for %s',
    async (where) => {
      project.write('program.ts', program);
      expect(await compile({ ...resolutions[resolution], ...surroundings[where] }, 'program.ts')).toBe('');
    },
  );
});

test('types a CommonJS program that requires them', async () => {
  project.write('program.cts', program);
  expect(await compile({ ...resolutions.nodenext, ...surroundings.Node }, 'program.cts')).toBe('');
});

/** Pages that show code; a package that is a command shows commands instead. */
const examples = published.flatMap(({ name }) => {
  const page = readFileSync(join(root, 'packages', name.replace('@swas/', ''), 'README.md'), 'utf8');
  return [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ''], index) => ({ name, code, index }));
});

test.for(examples)('example $index on the page of $name compiles', async ({ code }) => {
  project.write('example.mts', `${code}\nexport {};\n`);
  expect(await compile({ ...resolutions.nodenext, ...surroundings.Node }, 'example.mts')).toBe('');
});
