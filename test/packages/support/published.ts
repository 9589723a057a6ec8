import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../support/commands.ts';
import { root } from '../../support/workspace.ts';

/** What the tests read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly description?: string;
  readonly type?: string;
  readonly engines?: { readonly node?: string };
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly imports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: { readonly access?: string; readonly provenance?: boolean };
}

const folders = readdirSync(join(root, 'packages'));

function readManifest(folder: string): readonly Manifest[] {
  try {
    return [JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as Manifest];
  } catch {
    // A client in another language has none.
    return [];
  }
}

/** Manifests of the packages that go to the registry: all of `packages/` that are not private. */
export const published: readonly Manifest[] = folders
  .flatMap(readManifest)
  .filter((manifest) => manifest.private !== true);

/** Entries of a package that hold code, as they are imported: `@swas/client`, `@swas/client/unvalidated`. */
export function entriesOf({ name, exports = {} }: Manifest): readonly string[] {
  return Object.entries(exports)
    .filter(([, target]) => typeof target !== 'string')
    .map(([path]) => name + path.slice(1));
}

/** Name of a package's tarball. */
export const tarballName = ({ name, version }: Manifest): string =>
  `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;

/** Packs all of them as a release would. Answers the folder with the tarballs. */
export async function packAll(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'swas-tarballs-'));
  const filters = published.map(({ name }) => `--filter=${name}`);
  const packed = await run('pnpm', ['--recursive', ...filters, 'pack', '--pack-destination', folder]);
  if (packed.exitCode !== 0) throw new Error(packed.stdout + packed.stderr);
  return folder;
}
