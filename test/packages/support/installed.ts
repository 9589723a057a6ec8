import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type Finished } from '../../support/commands.ts';
import { packAll, published, tarballName } from './published.ts';

/** An empty project of a user, with all packages installed by npm from their tarballs. */
export interface Project {
  readonly folder: string;
  /** Writes a file and runs it on Node. */
  execute(name: string, code: string, ...nodeOptions: readonly string[]): Promise<Finished>;
  write(name: string, text: string): void;
  remove(): void;
}

/** Third-party dependencies come from the registry, with no install script run; the packages' own only from the tarballs. */
export async function installPublished(): Promise<Project> {
  const tarballs = await packAll();
  const folder = mkdtempSync(join(tmpdir(), 'swas-user-'));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const dependencies = Object.fromEntries(
    published.map((manifest) => [manifest.name, `file:${join(tarballs, tarballName(manifest))}`]),
  );
  write('package.json', JSON.stringify({ name: 'user', private: true, dependencies }));
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const installed = await run('npm', ['install', ...quiet], folder);
  rmSync(tarballs, { recursive: true });
  if (installed.exitCode !== 0) throw new Error(installed.stdout + installed.stderr);
  return {
    folder,
    write,
    execute: (name, code, ...nodeOptions) => {
      write(name, code);
      return run(process.execPath, [...nodeOptions, name], folder);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
