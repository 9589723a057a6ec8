import type { ApiModel } from '@swas/generator-model';
import { FolderMemory } from './folder-memory.ts';
import { share } from './share.ts';

/** What a watcher carries from one run to the next, so that the next does only what an edit asks for. */
export class RunMemory {
  readonly #folders = new Map<string, FolderMemory>();
  #model: ApiModel | undefined;

  /** A model equal to the given one, whose parts are those of the former model wherever these are equal. */
  shareModel(model: ApiModel): ApiModel {
    this.#model = share(this.#model, model);
    return this.#model;
  }

  /** What is known of the files of a folder. */
  of(folder: string): FolderMemory {
    const known = this.#folders.get(folder) ?? new FolderMemory();
    this.#folders.set(folder, known);
    return known;
  }
}
