import type { Fault } from './diagnostics.ts';

/** A place whose line the model names. */
export interface TracedPlace {
  readonly key: string;
  /** Offset in its file. */
  readonly offset: number;
}

/** Something that is to be said of a place. */
export interface TracedWarning {
  readonly words: Fault;
  /** Offset in its file. */
  readonly offset: number;
}

/** What reading a part of a spec does besides answering what it read. */
export interface Effects {
  /** The `$ref`s of schemas that the model is to hold. */
  readonly references: readonly string[];
  readonly places: readonly TracedPlace[];
  readonly warnings: readonly TracedWarning[];
  /** Nodes visited, also those that a repetition spared. */
  readonly visits: number;
}

/** A moment of a load. */
interface Mark {
  readonly references: number;
  readonly places: number;
  readonly warnings: number;
  readonly visits: number;
}

/** What a load has done so far, so that the part of it that reading something has done can be told, and done again without reading. */
export class Trace {
  readonly #references: string[] = [];
  readonly #places: TracedPlace[] = [];
  readonly #warnings: TracedWarning[] = [];
  #visits = 0;
  /** Whether two schemas want one name: which of them gets it depends on which is referred to first. */
  hasRivals = false;

  get visits(): number {
    return this.#visits;
  }

  addReference(ref: string): void {
    this.#references.push(ref);
  }

  addPlace(key: string, offset: number): void {
    this.#places.push({ key, offset });
  }

  addWarning(warning: TracedWarning): void {
    this.#warnings.push(warning);
  }

  addVisits(count: number): void {
    this.#visits += count;
  }

  /** Notes what a part does that is known already, and of which nothing is to be said. */
  add({ references, places, visits }: Effects): void {
    for (const ref of references) this.addReference(ref);
    for (const { key, offset } of places) this.addPlace(key, offset);
    this.addVisits(visits);
  }

  mark(): Mark {
    return {
      references: this.#references.length,
      places: this.#places.length,
      warnings: this.#warnings.length,
      visits: this.#visits,
    };
  }

  /** What was done since a moment. */
  since({ references, places, warnings, visits }: Mark): Effects {
    return {
      references: [...new Set(this.#references.slice(references))],
      places: this.#places.slice(places),
      warnings: this.#warnings.slice(warnings),
      visits: this.#visits - visits,
    };
  }
}
