import type { Stats } from 'node:fs';
import { entryAt } from './file-tree.ts';

/** What a folder on a way is: there, missing with all below it, or not to be passed. */
type Step = 'free' | 'missing' | { readonly obstacle: string };

/** Path of the folder in which a file stands; empty for the folder itself. */
const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

/**
 * The ways from a folder to files below it. Each step is looked at once, since thousands of files share a few folders: an instance
 * serves one pass over the files, in which nothing is made or removed.
 */
export class Ways {
  readonly #folder: string;
  readonly #steps = new Map<string, Step>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#steps.set('', entryAt(folder) === undefined ? 'missing' : 'free');
  }

  /** The first step on the way to a file that exists and is no real folder: a link would lead out of it. */
  obstacleOf(path: string): string | undefined {
    const step = this.#stepTo(parentOf(path));
    return typeof step === 'object' ? step.obstacle : undefined;
  }

  /** What stands at a path itself, links not followed; nothing behind an obstacle. */
  entryAt(path: string): Stats | undefined {
    return this.#stepTo(parentOf(path)) === 'free' ? entryAt(`${this.#folder}/${path}`) : undefined;
  }

  #stepTo(path: string): Step {
    const known = this.#steps.get(path);
    if (known !== undefined) return known;
    const step = this.#lookAt(path);
    this.#steps.set(path, step);
    return step;
  }

  #lookAt(path: string): Step {
    const before = this.#stepTo(parentOf(path));
    if (before !== 'free') return before;
    const stat = entryAt(`${this.#folder}/${path}`);
    if (stat === undefined) return 'missing';
    return stat.isDirectory() ? 'free' : { obstacle: path };
  }
}

/** The first step on the way from a folder to one file that is in the way. */
export const obstacleOf = (folder: string, path: string): string | undefined =>
  new Ways(folder).obstacleOf(path);
