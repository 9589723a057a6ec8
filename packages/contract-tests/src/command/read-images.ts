/** The ids that the user gives: separated by commas, or in a JSON file. */
import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

const idOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'ImageId' in entry ? entry.ImageId : entry;

function fromFile(file: string): readonly unknown[] {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--images ${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
  if (Array.isArray(data)) return data.map(idOf);
  throw new UsageError(`--images ${file}: expected a JSON array of ids, or of objects with ImageId.`);
}

/**
 * The ids of `--images`, each once.
 *
 * @throws UsageError when the file cannot be read or something in it is no id
 */
export function readImages(text: string): readonly string[] {
  const entries =
    existsSync(text) || text.endsWith('.json') ? fromFile(text) : text.split(',').map((id) => id.trim());
  const ids = entries.filter((id): id is string => typeof id === 'string' && id !== '');
  if (ids.length < entries.length || ids.length === 0) {
    throw new UsageError('--images: expected ids like m-1,m-2, or a JSON file with an array of ids.');
  }
  return [...new Set(ids)];
}
