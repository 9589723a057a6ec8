import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiModel } from '@swas/generator-model';
import { FormattedText } from './emitted-file.ts';
import { entryAt, listFiles, readRegularFile } from './file-tree.ts';
import type { WantedFile } from './update-folder.ts';

/** Scope of this workspace's packages, in names and imports. */
const ownScope = '@swas';

/** What is copied of a package besides its package.json: configuration, commands and hand-written sources. */
const copied = /^(?:tsconfig(?:\.\w+)?\.json|rolldown\.config\.mjs|bin\/.+|src\/(?!generated\/).+)$/;

interface Manifest {
  scripts?: Record<string, string>;
  devDependencies?: Record<string, string>;
  generator?: string;
  [field: string]: unknown;
}

/** Whether a dependency also makes sense outside this workspace. */
const isPublic = ([name]: [string, string]): boolean =>
  !name.startsWith(`${ownScope}/generator-`) && name !== `${ownScope}/spec`;

/** What the copies are called. */
export interface TemplateNames {
  /** npm scope, such as `@acme`. */
  readonly scope: string;
  /** Title of the API, from the spec. */
  readonly title: string;
}

/** What descriptions of this workspace's packages call its API. */
const ownApi = /the SWAS custom-image operations/g;

/** The spec's title on one line, without what Markdown or a terminal would act on. */
function plainTitle(title: string): string {
  return title.replaceAll(/[\p{C}\s]+/gu, ' ').replaceAll(/[<>`[\]]/g, '');
}

/** A package.json without what only this workspace has: the generator, the spec, the tests and its way to a registry. */
function cleanManifest(text: string, title: string): string {
  const {
    generator: _generator,
    publishConfig: _publishConfig,
    scripts = {},
    devDependencies = {},
    ...rest
  } = JSON.parse(text) as Manifest;
  const manifest = {
    ...rest,
    ...describe(rest['description'], title),
    scripts: Object.fromEntries(Object.entries(scripts).filter(([name]) => name === 'build')),
    devDependencies: Object.fromEntries(Object.entries(devDependencies).filter(isPublic)),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function describe(description: unknown, title: string): { description?: string } {
  if (typeof description !== 'string') return {};
  return { description: description.replaceAll(ownApi, () => `the operations of ${plainTitle(title)}`) };
}

/** Package names are the only place where the scope stands. Generators and the spec keep theirs: they stay here. */
export function rename(text: string, { scope }: TemplateNames): string {
  return scope === ownScope ? text : text.replaceAll(/@swas\/(?!generator-|spec\b)/g, `${scope}/`);
}

function transform(path: string, text: string, names: TemplateNames): string {
  if (path === 'package.json') return rename(cleanManifest(text, names.title), names);
  // The copy lies one folder higher than `packages/<name>`; tests are not copied.
  if (path.startsWith('tsconfig'))
    return text.replace('../../tsconfig', '../tsconfig').replace(/,\s*"test"/, '');
  return rename(text, names);
}

/** The paths of the hand-written part of a package. */
function copiedPaths(folder: string): readonly string[] {
  const paths = ['bin', 'src'].flatMap((part) =>
    listFiles(join(folder, part)).map((path) => `${part}/${path}`),
  );
  const configuration = ['tsconfig.json', 'tsconfig.build.json', 'rolldown.config.mjs'].filter((path) =>
    existsSync(join(folder, path)),
  );
  return ['package.json', ...[...paths, ...configuration].filter((path) => copied.test(path))];
}

/** A copy is the same while its source looks the same, so that a watcher need not read it again. */
function copyFile(folder: string, path: string, names: TemplateNames): WantedFile {
  const source = join(folder, path);
  const stat = entryAt(source);
  return {
    path,
    recipe: {
      print: transform,
      inputs: [source, stat?.ino, stat?.mtimeMs, stat?.size, names.scope, names.title],
    },
    print: () => new FormattedText(transform(path, readRegularFile(source) ?? '', names)),
    finish: asItIs,
  };
}

const asItIs = (text: string): string => text;

/** The hand-written part of a package of this workspace, ready to stand in a folder of its own. */
export function copyPackage(folder: string, names: TemplateNames): readonly WantedFile[] {
  return copiedPaths(folder).map((path) => copyFile(folder, path, names));
}

/** A file whose text is at hand. */
export const textFile = (path: string, text: string): WantedFile => ({
  path,
  print: () => new FormattedText(text),
  finish: asItIs,
});

/** What stands above the packages: a workspace that installs, builds and runs the contract suite. */
export function rootFiles(workspace: string, model: ApiModel): readonly WantedFile[] {
  const own = JSON.parse(readRegularFile(join(workspace, 'package.json')) ?? '{}') as {
    packageManager: string;
    engines: object;
    devDependencies: Record<string, string>;
  };
  const manifest = {
    name: `${model.product.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-packages`,
    version: '0.1.0',
    private: true,
    type: 'module',
    packageManager: own.packageManager,
    engines: own.engines,
    scripts: {
      build: 'pnpm -r build',
      gateway: 'node mock-gateway/bin/mock-gateway.mjs',
      contract: 'node contract-tests/bin/swas-contract.mjs',
    },
    devDependencies: { typescript: own.devDependencies['typescript'] },
  };
  return [
    ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['pnpm-workspace.yaml', "packages:\n  - '*'\n"],
    ['tsconfig.base.json', readRegularFile(join(workspace, 'tsconfig.base.json')) ?? ''],
    ['README.md', readme(model)],
    ['.gitignore', 'node_modules/\ndist/\nreports/\n'],
  ].map(([path = '', text = '']) => textFile(path, text));
}

function readme(model: ApiModel): string {
  return [
    `# ${plainTitle(model.title)}`,
    'Client, validator, contract tests and mock gateway, generated from the OpenAPI spec. Regenerate with `pnpm generate --spec FILE --out DIR`.',
    '```sh\npnpm install\npnpm build\npnpm contract   # the contract suite against the mock gateway\npnpm gateway    # the mock gateway alone\n```\n',
  ].join('\n\n');
}
