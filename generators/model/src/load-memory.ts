import { PathMemory } from './path-memory.ts';
import { Reader, type DocumentMemory } from './reader.ts';
import { isAsRead } from './spec-document.ts';

/**
 * What a watcher carries from one load of a spec to the next: an edit then costs little more than what it touches. A load that has it
 * answers and throws what one without it does, but parts of its model that did not change may be the very objects of the former one.
 */
export class LoadMemory {
  readonly #documents: DocumentMemory = new Map();
  /** What was read under each path. */
  readonly paths = new PathMemory();

  /** Absolute paths of the files that were read. */
  get files(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** Whether the files that were read last still hold what they held then. */
  get isCurrent(): boolean {
    return [...this.#documents.values()].every(isAsRead);
  }

  /** Keeps what the latest load has read for those that follow. Until then they go on from what was kept before: a file may be read half written. */
  keep(): void {
    this.paths.keep();
  }

  /** Loads; once more, with nothing known of any path, where what is known may have made a difference. */
  attempt<Result>(load: (reader: Reader) => Result): Result {
    const isFresh = this.paths.isEmpty;
    const reader = new Reader(this.#documents);
    try {
      const result = load(reader);
      this.#forgetOthers(reader.files);
      if (isFresh || !reader.isInDoubt) return result;
    } catch (error) {
      if (isFresh || !reader.isInDoubt) throw error;
    }
    this.paths.forget();
    return load(new Reader(this.#documents));
  }

  /** Files to which the spec does not refer any more. */
  #forgetOthers(files: readonly string[]): void {
    for (const file of this.#documents.keys()) if (!files.includes(file)) this.#documents.delete(file);
  }
}
