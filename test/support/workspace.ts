import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Root of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A new folder that the test removes at its end. Links are resolved, so that paths in messages compare equal. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'swas-openapi-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the spec's folder: its YAML files only. */
export function copySpec(): string {
  const folder = join(temporaryFolder(), 'spec');
  mkdirSync(folder);
  for (const file of ['openapi.yaml', 'workflows.arazzo.yaml'])
    cpSync(join(root, 'spec', file), join(folder, file));
  return join(folder, 'openapi.yaml');
}
