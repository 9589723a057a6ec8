/** Random texts that a seed repeats: tokens, and ids that belong to nothing. */

const LETTERS_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const LOWER_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A source of texts that were not used before in the run. */
export class RandomTexts {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = generator(seed);
  }

  #pick(alphabet: string): string {
    return alphabet.charAt(Math.floor(this.#next() * alphabet.length));
  }

  /** A token of exactly `length` characters, which begins with a letter of each case. */
  unique(length: number): string {
    return Array.from({ length }, (_, index) =>
      index === 0 ? 'a' : index === 1 ? 'B' : this.#pick(LETTERS_AND_DIGITS),
    ).join('');
  }

  /** A random UUID, of version 4. */
  uuid(): string {
    const digits = (length: number): string =>
      Array.from({ length }, () => this.#pick('0123456789abcdef')).join('');
    return [digits(8), digits(4), `4${digits(3)}`, `8${digits(3)}`, digits(12)].join('-');
  }

  /** An id of the form of an example, up to its first dash the same. */
  idLike(example: string): string {
    const start = example.indexOf('-') + 1;
    const rest = example.slice(start).replaceAll(/[a-z0-9*]/giu, () => this.#pick(LOWER_AND_DIGITS));
    return example.slice(0, start) + rest;
  }
}
