import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { manifest } from '../../src/owned-files.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder that goes when the test ends. */
export function newRoot(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'swas-languages-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** Writes a client into a folder: files that its manifest lists, and files of others, which it does not. */
export function fill(root: string, name: string, files: Files, others: Files = {}): string {
  const folder = join(root, name);
  const all = { [manifest]: Object.keys(files).join('\n'), ...files, ...others };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
