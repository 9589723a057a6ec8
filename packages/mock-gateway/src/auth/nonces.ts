/**
 * Nonces seen lately, each once. Memory is bounded: of two generations the older is dropped when the newer is
 * full or as old as a timestamp may be, so a nonce is remembered for at least half of `limit` further requests.
 */
export class Nonces {
  readonly #generationSize: number;
  readonly #lifetime: number;
  #newer = new Set<string>();
  #older = new Set<string>();
  #since: number;

  /**
   * @param limit most nonces kept at once
   * @param lifetime milliseconds for which a nonce must be known: the width of the timestamp window
   * @param now current time in milliseconds
   */
  constructor(limit: number, lifetime: number, now: number) {
    this.#generationSize = Math.max(1, Math.floor(limit / 2));
    this.#lifetime = lifetime;
    this.#since = now;
  }

  /** Remembers a nonce of an access key; false when it was used before. */
  use(accessKeyId: string, nonce: string, now: number): boolean {
    const key = `${accessKeyId}\n${nonce}`;
    if (this.#newer.has(key) || this.#older.has(key)) return false;
    if (this.#newer.size >= this.#generationSize || now - this.#since > this.#lifetime) this.#turn(now);
    this.#newer.add(key);
    return true;
  }

  /** How many are kept. */
  get size(): number {
    return this.#newer.size + this.#older.size;
  }

  /** Forgets all. */
  clear(): void {
    this.#newer = new Set();
    this.#older = new Set();
  }

  #turn(now: number): void {
    this.#older = this.#newer;
    this.#newer = new Set();
    this.#since = now;
  }
}
