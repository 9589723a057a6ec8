/** The resources that a run may use, and what is known of the state of each. */
import type { Catalogue, Move } from '../contract-case.ts';
import { route } from './moves.ts';

/** State of a resource after something unexpected or undocumented. */
export const UNKNOWN = '?';

export interface PoolItem {
  readonly id: string;
  readonly resource: string;
  /** Used only when nothing else is left: after failures, whose resources are lost. */
  readonly spare: boolean;
  state: string;
  /** Whether a case is using it. */
  taken: boolean;
  /** Whether a case has used it. */
  used: boolean;
}

/** An item for a case, and the calls that bring it to the wanted state. */
export interface Taken {
  readonly item: PoolItem;
  readonly moves: readonly Move[];
}

/** Hands out resources by state. It makes no calls: whoever takes an item also makes the moves. */
export class Pool {
  readonly #catalogue: Catalogue;
  readonly #items: PoolItem[];

  /**
   * @param spare how many of the ids, counted from the end of each list, are spare
   */
  constructor(catalogue: Catalogue, ids: Readonly<Record<string, readonly string[]>>, spare = 0) {
    this.#catalogue = catalogue;
    this.#items = Object.entries(ids).flatMap(([resource, list]) =>
      list.map((id, index) => ({
        id,
        resource,
        spare: index >= list.length - spare,
        state: this.#initial(resource),
        taken: false,
        used: false,
      })),
    );
  }

  get items(): readonly PoolItem[] {
    return this.#items;
  }

  /** State of each resource that was used so far, by id. */
  usedStates(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#items.filter(({ used }) => used).map(({ id, state }) => [id, state]));
  }

  /** Takes over what another pool knows of the same resources. */
  adopt(states: Readonly<Record<string, string>>): void {
    for (const item of this.#items) item.state = states[item.id] ?? item.state;
  }

  /** An item that is in the state or can be brought there by the fewest calls. */
  take(resource: string, state: string): Taken | undefined {
    const candidates = this.#items
      .filter((item) => item.resource === resource && !item.taken && item.state !== UNKNOWN)
      .flatMap((item) => {
        const moves = route(this.#catalogue.moves, resource, item.state, state);
        return moves === undefined ? [] : [{ item, moves }];
      })
      .toSorted(
        (left, right) =>
          // An item that was used before spares one that was not.
          Number(left.item.spare) - Number(right.item.spare) ||
          left.moves.length - right.moves.length ||
          Number(right.item.used) - Number(left.item.used),
      );
    const [best] = candidates;
    if (best === undefined) return undefined;
    best.item.taken = true;
    best.item.used = true;
    return best;
  }

  /** Puts an item back, in the state that it is now in. */
  release(item: PoolItem, state: string): void {
    item.state = state;
    item.taken = false;
  }

  /** Forgets the state of everything that may still exist. */
  doubt(): void {
    for (const item of this.#items) if (item.state !== this.#absent(item.resource)) item.state = UNKNOWN;
  }

  /** Items about whose state nothing is known. */
  unknown(resource?: string): readonly PoolItem[] {
    return this.#items.filter(
      (item) =>
        item.state === UNKNOWN && !item.taken && (resource === undefined || item.resource === resource),
    );
  }

  /** Items that exist and are not as they were handed in. */
  displaced(): readonly PoolItem[] {
    return this.#items.filter(
      ({ resource, state }) => state !== this.#initial(resource) && state !== this.#absent(resource),
    );
  }

  #initial(resource: string): string {
    return this.#catalogue.resources[resource]?.initial ?? UNKNOWN;
  }

  #absent(resource: string): string {
    return this.#catalogue.resources[resource]?.absent ?? 'absent';
  }
}
