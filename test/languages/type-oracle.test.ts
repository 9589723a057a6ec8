import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitLanguage, hasJava } from '@swas/generator-languages';
import { expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { skipWithout } from '../support/requirement.ts';
import { root, temporaryFolder } from '../support/workspace.ts';

/** Types that both have, ours first. openapi-generator avoids the name of the built-in `Error`, and so do we. */
const pairs = [
  ['DeleteCustomImagesRequest', 'DeleteCustomImagesRequest'],
  ['DeleteCustomImagesResult', 'DeleteCustomImagesResult'],
  ['ModifyImageShareStatusRequest', 'ModifyImageShareStatusRequest'],
  ['ModifyImageShareStatusResult', 'ModifyImageShareStatusResult'],
  ['models.ErrorSchema', 'ModelError'],
  ['models.AccessDeniedDetail', 'AccessDeniedDetail'],
] as const;

interface KnownDifference {
  readonly type: (typeof pairs)[number][0];
  readonly property: string;
  readonly reason: string;
}

/** Every property whose type differs. What differs for all is in `compilerOptions`: `readonly` never matters to tsc here. */
const knownDifferences: readonly KnownDifference[] = [
  {
    type: 'DeleteCustomImagesRequest',
    property: 'ImageIds',
    reason: 'contentSchema is not read there: the caller writes the JSON text of the array himself',
  },
];

const options = {
  modelPropertyNaming: 'original',
  paramNaming: 'original',
  enumPropertyNaming: 'original',
};

/** Names of the properties of which one type's is not assignable to the other's, in either direction. */
const prelude = `
type Fits<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Differing<A, B> =
  | Exclude<keyof A, keyof B>
  | Exclude<keyof B, keyof A>
  | { [K in keyof A & keyof B]: Fits<Pick<A, K>, Pick<B, K>> extends true ? never : K }[keyof A & keyof B];
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : A) : A;
`;

/** One line for each pair, which compiles when exactly the known properties differ. */
function comparison(known: readonly KnownDifference[]): string {
  const lines = pairs.map(([ours, theirs], index) => {
    const listed = known.filter(({ type }) => type === ours).map(({ property }) => `'${property}'`);
    const differing = `Differing<Ours.${ours}, Theirs.${theirs}>`;
    return `export const pair${index}: Same<${differing}, ${listed.join(' | ') || 'never'}> = true;`;
  });
  const imports = `import type * as Ours from '@swas/client';\nimport type * as Theirs from './theirs/index';\n`;
  return imports + prelude + lines.join('\n');
}

const configuration = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    // Ours also accept an explicit undefined for an optional property; without this option that is the same type.
    exactOptionalPropertyTypes: false,
  },
  files: ['comparison.ts'],
};

/** What tsc says of the comparison. */
async function compare(folder: string, known: readonly KnownDifference[]): Promise<string> {
  writeFileSync(join(folder, 'comparison.ts'), comparison(known));
  const { stdout } = await run(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    folder,
  ]);
  return stdout;
}

test("our types and those of openapi-generator's typescript-fetch are assignable both ways", async (context) => {
  skipWithout(context, hasJava() ? undefined : 'There is no Java runtime on the PATH.');
  const folder = temporaryFolder();
  const spec = join(root, 'spec/openapi.yaml');
  await emitLanguage({ language: 'typescript-fetch', spec, out: join(folder, 'theirs'), options });
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
  symlinkSync(join(root, 'test/node_modules'), join(folder, 'node_modules'));
  expect(await compare(folder, knownDifferences)).toBe('');
  // The comparison can see: it names a difference that is not listed.
  expect(await compare(folder, [])).toContain('"ImageIds"');
}, 180_000);
