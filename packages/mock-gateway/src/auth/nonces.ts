import { hash } from 'node:crypto';

/** A longer nonce is remembered by its hash, so that memory is bounded in bytes as well. */
const longest = 64;

/**
 * Nonces seen lately, each once for its access key. Memory is bounded, for each key by itself, so that a busy one does not make the
 * gateway forget another's.
 */
export class Nonces {
  readonly #generationSize: number;
  readonly #lifetime: number;
  #keys = new Map<string, Generations>();

  /**
   * @param limit most nonces of a key kept at once
   * @param lifetime milliseconds for which a nonce must be known: the width of the timestamp window
   */
  constructor(limit: number, lifetime: number) {
    this.#generationSize = Math.max(1, Math.floor(limit / 2));
    this.#lifetime = lifetime;
  }

  /** Remembers a nonce of an access key; false when it was used before. */
  use(accessKeyId: string, nonce: string, now: number): boolean {
    let known = this.#keys.get(accessKeyId);
    if (known === undefined) {
      known = new Generations(this.#generationSize, this.#lifetime, now);
      this.#keys.set(accessKeyId, known);
    }
    return known.use(nonce, now);
  }

  /** How many are kept. */
  get size(): number {
    return [...this.#keys.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Forgets all. */
  clear(): void {
    this.#keys = new Map();
  }
}

/**
 * Of two generations the older is dropped when the newer is full or as old as a timestamp may be, so a nonce is remembered for at
 * least as many further requests as a generation holds.
 */
class Generations {
  readonly #capacity: number;
  readonly #lifetime: number;
  #newer = new Set<string>();
  #older = new Set<string>();
  #since: number;

  constructor(capacity: number, lifetime: number, now: number) {
    this.#capacity = capacity;
    this.#lifetime = lifetime;
    this.#since = now;
  }

  get size(): number {
    return this.#newer.size + this.#older.size;
  }

  use(sent: string, now: number): boolean {
    const nonce = sent.length > longest ? hash('sha256', sent, 'hex') : sent;
    if (this.#newer.has(nonce) || this.#older.has(nonce)) return false;
    if (this.#newer.size >= this.#capacity || now - this.#since > this.#lifetime) this.#turn(now);
    this.#newer.add(nonce);
    return true;
  }

  #turn(now: number): void {
    this.#older = this.#newer;
    this.#newer = new Set();
    this.#since = now;
  }
}
