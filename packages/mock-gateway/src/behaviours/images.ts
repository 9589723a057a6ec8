import type { CatalogueResource } from '../catalogue.ts';
import { UsageError } from '../usage-error.ts';

/** A custom image, or another thing that the spec's workflows tell of, as `--images` files, `startGateway` and the control surface write it. */
export interface Image {
  /** Empty where the API has no regions. */
  readonly RegionId: string;
  readonly ImageId: string;
  /** Whether it is in the state `shared`. Default false. */
  readonly Shared?: boolean;
  /** Its state by the name that the spec's workflows use, where `Shared` cannot say it. */
  readonly State?: string;
  /** What it is, by the name that the spec's workflows use. Default: their first kind. */
  readonly Resource?: string;
  /** Account that owns it; without it, every account has one of its own. */
  readonly AccountId?: string;
}

/** An image as the gateway lists it. */
export type ListedImage = Required<Omit<Image, 'State' | 'Resource'>> & Pick<Image, 'State' | 'Resource'>;

/** Images, or things of another kind, of one account in one region: state by id. */
export type RegionImages = Map<string, string>;

/** The state that `Shared` stands for. */
const shared = 'shared';

/** What the images are of an API whose spec has no workflows. */
const plainImage: CatalogueResource = { name: '', states: [], initial: 'unshared', absent: 'absent' };

/** The emulator's state: every image, by account, kind and region. */
export class ImageStore {
  #accounts = new Map<string, Map<string, Map<string, RegionImages>>>();
  readonly #accountNames: readonly string[];
  readonly #resources: ReadonlyMap<string, CatalogueResource>;
  /** Kind of what does not name its own. */
  readonly #usual: CatalogueResource;
  /** Grows with every change, so that a watcher sees that there was one. */
  #version = 0;

  constructor(
    accountNames: readonly string[],
    images: readonly Image[],
    resources: readonly CatalogueResource[],
  ) {
    this.#accountNames = accountNames;
    this.#resources = new Map(resources.map((resource) => [resource.name, resource]));
    this.#usual = resources[0] ?? plainImage;
    this.reset(images);
  }

  /**
   * Replaces everything by these images.
   * @throws {UsageError} when one is of a kind that the spec's workflows do not know; then nothing changes
   */
  reset(images: readonly Image[]): void {
    const kinds = images.map((image) => this.#resourceOf(image));
    this.#accounts = new Map();
    for (const [index, { RegionId, ImageId, State, Shared, AccountId }] of images.entries()) {
      const { name, initial } = kinds[index] ?? this.#usual;
      const owners = AccountId === undefined ? this.#accountNames : [AccountId];
      const state = State ?? (Shared === true ? shared : initial);
      for (const owner of owners) this.in(owner, RegionId, name).set(ImageId, state);
    }
    this.touch();
  }

  #resourceOf({ Resource, ImageId }: Image): CatalogueResource {
    const found = Resource === undefined ? this.#usual : this.#resources.get(Resource);
    if (found !== undefined) return found;
    const known = [...this.#resources.keys()].join(', ') || 'none, as the spec has no workflows';
    throw new UsageError(`${ImageId}: there is no Resource \`${Resource}\`. Known: ${known}.`);
  }

  /** The images, or the things of another kind, of an account in a region, to read and to change; call {@link touch} after a change. */
  in(account: string, region: string, resource: string = this.#usual.name): RegionImages {
    let kinds = this.#accounts.get(account);
    if (kinds === undefined) this.#accounts.set(account, (kinds = new Map()));
    let regions = kinds.get(resource);
    if (regions === undefined) kinds.set(resource, (regions = new Map()));
    let images = regions.get(region);
    if (images === undefined) regions.set(region, (images = new Map()));
    return images;
  }

  /** Says that something changed. */
  touch(): void {
    this.#version += 1;
  }

  /** Differs from an earlier value when something changed in between. */
  get version(): number {
    return this.#version;
  }

  /** Every image of every account, in the order in which they came. */
  list(): readonly ListedImage[] {
    return [...this.#accounts].flatMap(([AccountId, kinds]) =>
      [...kinds].flatMap(([name, regions]) =>
        [...regions].flatMap(([RegionId, images]) =>
          [...images].map(([ImageId, state]) => this.#listed({ AccountId, RegionId, ImageId }, name, state)),
        ),
      ),
    );
  }

  /** State and kind are only shown by name where nothing else tells them. */
  #listed(
    place: Pick<ListedImage, 'AccountId' | 'RegionId' | 'ImageId'>,
    kind: string,
    state: string,
  ): ListedImage {
    const Shared = state === shared;
    const { initial } = this.#resources.get(kind) ?? this.#usual;
    return {
      ...place,
      Shared,
      ...(kind === this.#usual.name ? {} : { Resource: kind }),
      ...(Shared || state === initial ? {} : { State: state }),
    };
  }
}
