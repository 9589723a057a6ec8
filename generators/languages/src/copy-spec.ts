import { copyFileSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The copy's name: one that no file is likely to have, since other files of the spec stand beside it. */
const plainName = 'swas-spec-under-a-plain-name.yaml';

/**
 * Copies the files of a spec, the spec first, to where openapi-generator reads them: it takes a file's name for an address as well, and
 * so fails for a space in it, but escaped it does not find the file. As a copy, nothing else can be read by a reference either.
 * Answers the path of the spec's copy.
 */
export function copySpec(files: readonly string[], folder: string): string {
  const [given = '', ...others] = files;
  // Its references start from where a link to it leads.
  const spec = realpathSync(given);
  const copyTo = (file: string, path: string): string => {
    const copy = join(folder, path);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
    return copy;
  };
  // The spec too, under its own name: another file may refer back to it.
  for (const file of [spec, ...others]) copyTo(file, relative(dirname(spec), file));
  return copyTo(spec, plainName);
}
