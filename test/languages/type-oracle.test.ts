import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { emitLanguage, hasJava } from '@swas/generator-languages';
import { expect, test } from 'vitest';
import { skipWithout } from '../support/requirement.ts';
import { root, temporaryFolder } from '../support/workspace.ts';
import { compare } from './oracle/assertions.ts';
import { options } from './oracle/openapi-generator.ts';

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

/** Every property whose type differs. */
const knownDifferences: readonly KnownDifference[] = [
  {
    type: 'DeleteCustomImagesRequest',
    property: 'ImageIds',
    reason: 'contentSchema is not read there: the caller writes the JSON text of the array himself',
  },
];

const imports = [
  "import type * as Ours from '@swas/client';",
  "import type * as Theirs from './theirs/index';",
];

/** What tsc says when exactly these properties may differ. */
function compareWith(folder: string, known: readonly KnownDifference[]): Promise<string> {
  const checked = pairs.map(([ours, theirs]) => ({
    label: ours,
    ours: `Ours.${ours}`,
    theirs: `Theirs.${theirs}`,
    known: known.filter(({ type }) => type === ours).map(({ property }) => property),
  }));
  return compare(folder, imports, checked);
}

test("our types and those of openapi-generator's typescript-fetch are assignable both ways", async (context) => {
  skipWithout(context, hasJava() ? undefined : 'There is no Java runtime on the PATH.');
  const folder = temporaryFolder();
  const spec = join(root, 'spec/openapi.yaml');
  await emitLanguage({ language: 'typescript-fetch', spec, out: join(folder, 'theirs'), options });
  symlinkSync(join(root, 'test/node_modules'), join(folder, 'node_modules'));
  expect(await compareWith(folder, knownDifferences)).toBe('');
  // The comparison can see: it names a difference that is not listed.
  expect(await compareWith(folder, [])).toContain('"ImageIds"');
}, 180_000);
