import type { Catalogue, CatalogueExample } from '../catalogue.ts';
import { ownRegion } from '../own-region.ts';
import type { Image } from './images.ts';

const unsharedInHangzhou = 48;
const elsewhere = ['cn-beijing', 'cn-shanghai', 'cn-hongkong', 'ap-southeast-1', 'us-west-1', 'eu-central-1'];

/**
 * The images that a gateway starts with unless it is given others: 48 unshared and 4 shared ones in cn-hangzhou
 * (`m-mock0001` to `m-mock0048`, `m-mockshared01` to `04`), and two unshared ones in each of six further regions
 * (`m-mock-cn-beijing-1`, …).
 */
export const defaultImages: readonly Image[] = [
  ...numbered(unsharedInHangzhou, (number) => ({
    RegionId: 'cn-hangzhou',
    ImageId: `m-mock${String(number).padStart(4, '0')}`,
  })),
  ...numbered(4, (number) => ({
    RegionId: 'cn-hangzhou',
    ImageId: `m-mockshared${String(number).padStart(2, '0')}`,
    Shared: true,
  })),
  ...elsewhere.flatMap((region) =>
    numbered(2, (number) => ({ RegionId: region, ImageId: `m-mock-${region}-${number}` })),
  ),
];

/** The default images, and unshared ones for whoever sends a documented example as it stands. */
export function imagesFor(catalogue: Catalogue): readonly Image[] {
  const own = ownRegion(catalogue);
  return [...defaultImages, ...catalogue.exampleResources.map((example) => imageOf(example, own))];
}

function imageOf({ region, id, resource }: CatalogueExample, own: string): Image {
  return { RegionId: region ?? own, ImageId: id, ...(resource === undefined ? {} : { Resource: resource }) };
}

function numbered(count: number, image: (number: number) => Image): readonly Image[] {
  return Array.from({ length: count }, (_, index) => image(index + 1));
}
