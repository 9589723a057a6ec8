import { join, relative } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import pc from 'picocolors';
import type { FolderChanges } from './changes.ts';
import { readRegularFile } from './file-tree.ts';

/** Lines of difference shown per file: enough to see what the change is about. */
const linesPerFile = 12;

function* fileDiff(path: string, before: string | undefined, after: string): Generator<string> {
  yield before === undefined ? pc.green(`missing  ${path}`) : pc.yellow(`differs  ${path}`);
  if (before === undefined) return;
  const patch = createTwoFilesPatch(path, path, before, after, '', '', { context: 0 });
  const lines = patch.split('\n').filter((line) => /^(?:@@|[-+](?![-+]{2} ))/.test(line));
  yield* lines.slice(0, linesPerFile).map((line) => `  ${line}`);
  if (lines.length > linesPerFile) yield `  … ${lines.length - linesPerFile} more`;
}

/** A short account of what generating would change, one line a file with the first lines of its difference. */
export function* describeChanges(plans: readonly FolderChanges[], base: string): Generator<string> {
  for (const { folder, write, remove } of plans) {
    for (const [path, content] of write) {
      const file = join(folder, path);
      yield* fileDiff(relative(base, file), readRegularFile(file), content);
    }
    for (const path of remove) yield pc.red(`stray    ${relative(base, join(folder, path))}`);
  }
}
