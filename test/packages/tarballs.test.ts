import { readFileSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packAll, published, tarballName, type Manifest } from './support/published.ts';

let folder: string;
beforeAll(async () => {
  folder = await packAll();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (manifest: Manifest): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(folder, tarballName(manifest))));

/**
 * The packages are ES modules alone. CommonJS reaches them by `require(esm)`, which Node has had on by default since the oldest
 * release that they support; TypeScript's resolution for Node 10 knows no `exports`.
 */
const meant = (problem: Problem): boolean =>
  ('resolutionKind' in problem && problem.resolutionKind === 'node10') || problem.kind === 'CJSResolvesToESM';

/** Whether a file names a source map that is not packed. */
function namesMissingMap(path: string, text: string, files: readonly string[]): boolean {
  const map = /\/\/# sourceMappingURL=(\S+)/.exec(text)?.[1];
  return map !== undefined && !files.includes(posix.join(posix.dirname(path), map));
}

/** Sources are not packed, so a map without their text would point nowhere. */
function holdsItsSources(text: string): boolean {
  const { sources, sourcesContent } = JSON.parse(text) as {
    sources: string[];
    sourcesContent?: (string | null)[];
  };
  return sources.every((_, index) => typeof sourcesContent?.[index] === 'string');
}

describe.for(published.map((manifest) => ({ name: manifest.name, manifest })))('$name', ({ manifest }) => {
  test('says under which terms, where and how it may be used', () => {
    expect(manifest).toMatchObject({
      license: 'Apache-2.0',
      type: 'module',
      engines: { node: '>=20.19' },
      publishConfig: { access: 'public', provenance: true },
    });
    expect(manifest.description).toMatch(/^[A-Z].+\.$/);
  });

  test('holds what runs, its licence and its page, and nothing else', () => {
    const archive = createPackageFromTarballData(bytesOf(manifest));
    const files = archive
      .listFiles()
      .map((path) => path.slice(`/node_modules/${manifest.name}/`.length))
      .toSorted();
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    const allowed =
      /^(?:LICENSE|README\.md|package\.json|bin\/[\w-]+\.mjs|dist\/[\w./-]+\.(?:js|js\.map|d\.ts))$/;
    expect(files.filter((path) => !allowed.test(path))).toEqual([]);
    const read = (path: string): string => archive.readFile(`/node_modules/${manifest.name}/${path}`);
    expect(files.filter((path) => path.endsWith('.js') && namesMissingMap(path, read(path), files))).toEqual(
      [],
    );
    expect(files.filter((path) => path.endsWith('.map') && !holdsItsSources(read(path)))).toEqual([]);
    const own = JSON.parse(read('package.json')) as Manifest;
    // Every path that the manifest names is in the tarball, and every own dependency has a version.
    const paths = JSON.stringify([own.exports, own.bin, own.imports]).match(/(?<="\.\/)[^"]+/g) ?? [];
    expect(
      paths.filter(
        (path) => !path.startsWith('package.json') && !files.includes(path) && /\.\w+$/.test(path),
      ),
    ).toEqual([]);
    expect(JSON.stringify(own.dependencies ?? {})).not.toContain('workspace:');
  });

  test('is clean for publint', async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: bytesOf(manifest).buffer },
      level: 'suggestion',
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('has types that are right in every resolution', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(bytesOf(manifest)));
    if (analysis.types === false) throw new Error('no types');
    expect(analysis.problems.filter((problem) => !meant(problem))).toEqual([]);
  });
});
