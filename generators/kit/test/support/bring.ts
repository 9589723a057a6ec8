import type { Disk } from '../../src/disk.ts';
import { FormattedText, type Generator } from '../../src/emitted-file.ts';
import { updateGenerated } from '../../src/generate.ts';
import { makeChanges } from '../../src/make-changes.ts';
import { modelOf } from './models.ts';

/** A folder and what it is to hold. */
export interface Wanted {
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  /** Paths that may be removed; by default all. */
  readonly owned?: readonly string[];
}

/** Emits the files as they are: the formatter leaves them alone. */
const emitting = (files: Wanted['files']): Generator => ({
  name: 'test',
  emit: () =>
    Object.entries(files).map(([path, content]) => {
      const recipe = { print: () => new FormattedText(content), inputs: [] };
      return { path, content, recipe };
    }),
});

/** Brings folders to the wanted state in one run of the writer. Answers the paths that it wrote and removed, for each. */
export async function bring(wanted: readonly Wanted[], disk?: Disk) {
  const changes = await makeChanges(async (open) => {
    const strays = new Map<string, readonly string[]>();
    for (const { folder, files, owned } of wanted) {
      const options = { folder, changes: open(folder) };
      const { stray } = await updateGenerated(options, emitting(files), modelOf());
      strays.set(folder, owned === undefined ? stray : stray.filter((path) => owned.includes(path)));
    }
    return strays;
  }, disk);
  return changes.map(({ write, remove }) => ({ write, remove }));
}
