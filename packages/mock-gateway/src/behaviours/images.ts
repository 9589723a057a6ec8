/** A custom image, as `--images` files, `startGateway` and the control surface write it. */
export interface Image {
  readonly RegionId: string;
  readonly ImageId: string;
  /** Whether it is shared to ECS. Default false. */
  readonly Shared?: boolean;
  /** Account that owns it; without it, every account has one of its own. */
  readonly AccountId?: string;
}

/** Images of one account in one region: share status by id. */
export type RegionImages = Map<string, boolean>;

/** The emulator's state: every image, by account and region. */
export class ImageStore {
  #accounts = new Map<string, Map<string, RegionImages>>();
  #accountNames: readonly string[];
  /** Grows with every change, so that a watcher sees that there was one. */
  #version = 0;

  constructor(accountNames: readonly string[], images: readonly Image[]) {
    this.#accountNames = accountNames;
    this.reset(images);
  }

  /** Replaces everything by these images. */
  reset(images: readonly Image[]): void {
    this.#accounts = new Map();
    for (const image of images) {
      const owners = image.AccountId === undefined ? this.#accountNames : [image.AccountId];
      for (const owner of owners) this.in(owner, image.RegionId).set(image.ImageId, image.Shared ?? false);
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
  list(): readonly Required<Image>[] {
    return [...this.#accounts].flatMap(([AccountId, regions]) =>
      [...regions].flatMap(([RegionId, images]) =>
        [...images].map(([ImageId, Shared]) => ({ AccountId, RegionId, ImageId, Shared })),
      ),
    );
  }
}
