import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

function git(folder: string, ...parameters: readonly string[]): Buffer {
  const { status, stdout, stderr } = spawnSync('git', [...parameters], { cwd: folder, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`git ${parameters.join(' ')} failed: ${String(stderr).trim()}`);
  return stdout;
}

/**
 * Writes the spec as it was at a revision, with the files beside it that it may refer to, into `into`. Answers its path there.
 * @throws Error when the revision or the spec in it does not exist
 */
export function writeFormerSpec(spec: string, revision: string, into: string): string {
  const folder = dirname(spec);
  // Checked apart, so that a revision is never taken for a flag or a path.
  const commit = String(
    git(folder, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`),
  ).trim();
  const listed = String(git(folder, 'ls-tree', '-r', '-z', '--name-only', commit, '--', '.')).split('\0');
  const paths = listed.filter((path) => /\.(?:ya?ml|json)$/.test(path));
  if (!paths.includes(basename(spec))) throw new Error(`${basename(spec)} did not exist at ${revision}.`);
  for (const path of paths) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), git(folder, 'show', `${commit}:./${path}`));
  }
  return join(into, basename(spec));
}
