import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../support/commands.ts';
import { root } from '../../support/workspace.ts';

/** How a program is run, or why it cannot be. */
export type Runtime = { readonly command: readonly [string, ...string[]] } | { readonly reason: string };

interface Download {
  /** The npm package that holds this machine's binary, with its exact version. */
  readonly install: string;
  /** The binary inside of it. */
  readonly binary: string;
  readonly parameters?: readonly string[];
}

const { platform, arch } = process;
const bunArch = arch === 'arm64' ? 'aarch64' : arch;
const denoSystem = { linux: `linux-${arch}-glibc`, win32: `win32-${arch}` }[platform as string];
const denoName = `@deno/${denoSystem ?? `${platform}-${arch}`}`;
const node = (version: string): Download => ({
  install: `node-${platform}-${arch}@${version}`,
  binary: `node-${platform}-${arch}/bin/node`,
});

/** Everything but the Node that runs the tests, at the versions that were tried. */
const downloads: Readonly<Record<string, Download>> = {
  'Node 22': node('22.23.3'),
  'Node 24': node('24.21.0'),
  'Node 26': node('26.10.0'),
  Bun: {
    install: `@oven/bun-${platform}-${bunArch}@1.4.5`,
    binary: `@oven/bun-${platform}-${bunArch}/bin/bun`,
  },
  Deno: { install: `${denoName}@2.9.6`, binary: `${denoName}/deno`, parameters: ['run', '--allow-all'] },
};

/** Their names. */
export const runtimeNames = Object.keys(downloads);

/**
 * Installs a runtime by npm, once, outside of the workspace's own dependencies: each has about 100 MB, which nobody who works on
 * the code needs. The packages hold nothing but the binary, so that no install script is run.
 */
export async function installRuntime(name: string): Promise<Runtime> {
  const { install, binary, parameters = [] } = downloads[name]!;
  const folder = join(root, 'test/node_modules/.cache/runtimes', install.replaceAll('/', '-'));
  const program = join(folder, 'node_modules', binary);
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--force'];
    const { exitCode, stderr } = await run('npm', ['install', ...quiet, install], folder);
    if (exitCode !== 0 || !existsSync(program))
      return { reason: `npm could not install ${install}: ${stderr}` };
  }
  return { command: [program, ...parameters] };
}
