import { join } from 'node:path';
import { run } from '../../support/commands.ts';
import { root } from '../../support/workspace.ts';

const module = join(root, 'test/official-sdk/go');

/** A program of this folder, built with the SDK versions of its go.sum, or why there is none. */
export async function officialGo(
  name: string,
): Promise<{ readonly program: string } | { readonly reason: string }> {
  const found = await run('go', ['version']).catch(() => undefined);
  if (found?.exitCode !== 0) return { reason: 'There is no go on the PATH.' };
  const program = join(root, 'test/node_modules/.cache/official-go', name);
  // Go keeps what it built, so that a second time costs nothing.
  const built = await run('go', ['build', '-C', module, '-mod=readonly', '-o', program, `./${name}`]);
  if (built.exitCode !== 0) return { reason: `Go could not build the official SDK: ${built.stderr}` };
  return { program };
}
