import { createNames, nameOperation, NameRegistry, type Names, type OperationNames } from './names.ts';

/** Names that operations got, one after the other. */
export interface GivenNames {
  readonly wanted: readonly string[];
  readonly names: readonly OperationNames[];
  readonly registries: Names;
}

/**
 * Names the operations of a model, one after the other. Which name is free depends on those before, so that the names of a former model
 * hold for as long as its operations come again.
 */
export class OperationNamer {
  readonly #former: GivenNames | undefined;
  readonly #wanted: string[] = [];
  readonly #names: OperationNames[] = [];
  #registries: Names | undefined;

  constructor(former?: GivenNames) {
    this.#former = former;
  }

  /** The names of the next operation. */
  name(wanted: string): OperationNames {
    const names = this.#known(wanted) ?? nameOperation(this.#ownRegistries(), wanted);
    this.#wanted.push(wanted);
    this.#names.push(names);
    return names;
  }

  /** What is left for the types of schemas, once all operations are named. */
  get types(): NameRegistry {
    return new NameRegistry([], 'Schema', this.#finished().types);
  }

  /** For the namer of the next model. */
  get given(): GivenNames {
    return { wanted: this.#wanted, names: this.#names, registries: this.#finished() };
  }

  #known(wanted: string): OperationNames | undefined {
    const index = this.#wanted.length;
    const isSame = this.#registries === undefined && this.#former?.wanted[index] === wanted;
    return isSame ? this.#former?.names[index] : undefined;
  }

  /** Registries in which all names are taken: those of the former model, if its operations have come again and no other. */
  #finished(): Names {
    const isSame = this.#registries === undefined && this.#former?.wanted.length === this.#wanted.length;
    return (isSame ? this.#former?.registries : undefined) ?? this.#ownRegistries();
  }

  /** Registries that may change: the former ones may be asked for again after a load that fails. */
  #ownRegistries(): Names {
    if (this.#registries === undefined) {
      this.#registries = createNames();
      for (const wanted of this.#wanted) nameOperation(this.#registries, wanted);
    }
    return this.#registries;
  }
}
