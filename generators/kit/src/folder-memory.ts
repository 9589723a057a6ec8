import { hash } from 'node:crypto';
import type { Stats } from 'node:fs';
import type { Recipe } from './emitted-file.ts';

/** What is known of a file that was written or found equal. */
interface Kept {
  readonly recipe: Recipe | undefined;
  /** Hash of its text before it was formatted, if it was. */
  readonly printed: string | undefined;
  /** What a look at the file showed. */
  readonly seal: Seal;
}

/** A change of a file by anybody changes one of these. */
type Seal = Pick<Stats, 'ino' | 'mtimeMs' | 'size'>;

const isIntact = (seal: Seal, { ino, mtimeMs, size }: Seal): boolean =>
  seal.ino === ino && seal.mtimeMs === mtimeMs && seal.size === size;

const isSame = (one: Recipe, other: Recipe): boolean =>
  one.print === other.print &&
  one.inputs.length === other.inputs.length &&
  one.inputs.every((input, index) => Object.is(input, other.inputs[index]));

/**
 * What a watcher remembers of the files of a folder. It is trusted only where the file on disk is still the one that was written,
 * so that what somebody edited or deleted meanwhile is brought back.
 */
export class FolderMemory {
  readonly #files = new Map<string, Kept>();

  /** Whether the file on disk came from the same recipe, and so need not even be printed. */
  hasMade(path: string, recipe: Recipe | undefined, stat: Stats | undefined): boolean {
    const kept = this.#find(path, stat);
    return recipe !== undefined && kept?.recipe !== undefined && isSame(kept.recipe, recipe);
  }

  /** Whether the file on disk came from the same printed text, and so need not be formatted. */
  hasPrinted(path: string, text: string, stat: Stats | undefined): stat is Stats {
    return this.#find(path, stat)?.printed === hashOf(text);
  }

  /** Keeps what a file on disk came from. */
  keep(
    path: string,
    {
      recipe,
      unformatted,
      stat,
    }: Omit<Kept, 'printed' | 'seal'> & { unformatted: string | undefined; stat: Stats },
  ): void {
    const printed = unformatted === undefined ? undefined : hashOf(unformatted);
    const { ino, mtimeMs, size } = stat;
    this.#files.set(path, { recipe, printed, seal: { ino, mtimeMs, size } });
  }

  #find(path: string, stat: Stats | undefined): Kept | undefined {
    const kept = this.#files.get(path);
    return kept !== undefined && stat?.isFile() === true && isIntact(kept.seal, stat) ? kept : undefined;
  }
}

const hashOf = (text: string): string => hash('sha256', text);
