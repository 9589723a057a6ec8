import { LoadMemory, type ApiModel, type Operation } from '@swas/generator-model';
import { FolderMemory } from './folder-memory.ts';
import { share } from './share.ts';

/** What a watcher carries from one run to the next, so that the next does only what an edit asks for. */
export class RunMemory {
  /** What is known of the spec's text. */
  readonly spec = new LoadMemory();
  readonly #folders = new Map<string, FolderMemory>();
  #model: ApiModel | undefined;
  #latest: ApiModel | undefined;
  /** What became of operations as they were loaded: those that an edit leaves alone come again as the same objects. */
  #shared = new WeakMap<Operation, Operation>();

  /** A model equal to the given one, whose parts are those of the former model wherever these are equal. */
  shareModel(model: ApiModel): ApiModel {
    const operations = model.operations.map((operation) => this.#shared.get(operation) ?? operation);
    const shared = share(this.#model, { ...model, operations });
    for (const [index, operation] of model.operations.entries())
      this.#shared.set(operation, shared.operations[index] ?? operation);
    this.#latest = shared;
    return shared;
  }

  /** Keeps the latest model for the next run, once this one is done: one that is broken off may have seen half of an edit. */
  keep(): void {
    this.spec.keep();
    this.#model = this.#latest;
  }

  /** What is known of the files of a folder. */
  of(folder: string): FolderMemory {
    const known = this.#folders.get(folder) ?? new FolderMemory();
    this.#folders.set(folder, known);
    return known;
  }
}
