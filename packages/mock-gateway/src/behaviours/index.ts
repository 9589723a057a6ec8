import type { CatalogueOperation } from '../catalogue.ts';
import type { Behaviour } from './behaviour.ts';
import { deleteCustomImages } from './delete-custom-images.ts';
import { modifyImageShareStatus } from './modify-image-share-status.ts';

/** State changes by the operation's wire name. Operations without one are answered from the spec's example. */
const behaviours: Readonly<Record<string, Behaviour>> = {
  DeleteCustomImages: deleteCustomImages,
  ModifyImageShareStatus: modifyImageShareStatus,
};

/** What an operation does: the registered behaviour, or the spec's example as the answer. */
export function behaviourOf(operation: CatalogueOperation): Behaviour {
  const registered = Object.hasOwn(behaviours, operation.name) ? behaviours[operation.name] : undefined;
  if (registered !== undefined) return registered;
  const { example } = operation.success;
  const body = typeof example === 'object' && example !== null && !Array.isArray(example) ? example : {};
  return () => body as Readonly<Record<string, never>>;
}
