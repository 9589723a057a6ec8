/** A custom image, as `--images` files, `startGateway` and the control surface write it. */
export interface Image {
  readonly RegionId: string;
  readonly ImageId: string;
  /** Whether it is in the state `shared`. Default false. */
  readonly Shared?: boolean;
  /** Its state by the name that the spec's workflows use, where `Shared` cannot say it. */
  readonly State?: string;
  /** Account that owns it; without it, every account has one of its own. */
  readonly AccountId?: string;
}

/** An image as the gateway lists it. */
export type ListedImage = Required<Omit<Image, 'State'>> & Pick<Image, 'State'>;

/** Images of one account in one region: state by id. */
export type RegionImages = Map<string, string>;

/** The state that `Shared` stands for. */
const shared = 'shared';

/** The emulator's state: every image, by account and region. */
export class ImageStore {
  #accounts = new Map<string, Map<string, RegionImages>>();
  readonly #accountNames: readonly string[];
  readonly #initial: string;
  /** Grows with every change, so that a watcher sees that there was one. */
  #version = 0;

  /** @param initial state of an image that is not shared and names no other */
  constructor(accountNames: readonly string[], images: readonly Image[], initial: string) {
    this.#accountNames = accountNames;
    this.#initial = initial;
    this.reset(images);
  }

  /** Replaces everything by these images. */
  reset(images: readonly Image[]): void {
    this.#accounts = new Map();
    for (const image of images) {
      const owners = image.AccountId === undefined ? this.#accountNames : [image.AccountId];
      const state = image.State ?? (image.Shared === true ? shared : this.#initial);
      for (const owner of owners) this.in(owner, image.RegionId).set(image.ImageId, state);
    }
    this.touch();
  }

  /** The images of an account in a region, to read and to change; call {@link touch} after a change. */
  in(account: string, region: string): RegionImages {
    let regions = this.#accounts.get(account);
    if (regions === undefined) this.#accounts.set(account, (regions = new Map()));
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
    return [...this.#accounts].flatMap(([AccountId, regions]) =>
      [...regions].flatMap(([RegionId, images]) =>
        [...images].map(([ImageId, state]) => this.#listed({ AccountId, RegionId, ImageId }, state)),
      ),
    );
  }

  /** The state's name is only shown where `Shared` does not tell it. */
  #listed(place: Pick<ListedImage, 'AccountId' | 'RegionId' | 'ImageId'>, state: string): ListedImage {
    const Shared = state === shared;
    return { ...place, Shared, ...(Shared || state === this.#initial ? {} : { State: state }) };
  }
}
