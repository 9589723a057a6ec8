import type { Fault } from '../../faults/fault.ts';
import { Refusal } from '../../refusal.ts';
import { textsOf, type Behaviour, type Call } from '../behaviour.ts';
import type { RegionImages } from '../images.ts';

/** A fault of calls that carry a list of ids. */
function onDelete(
  name: string,
  breaks: string,
  effect: (call: Call, behave: Behaviour, owned: RegionImages) => ReturnType<Behaviour>,
): Fault {
  return {
    name,
    breaks,
    effect: (call, behave) =>
      call.request['ImageIds'] === undefined
        ? behave(call)
        : effect(call, behave, call.images.in(call.account, call.region)),
  };
}

/** The same call with other ids. */
function withIds(call: Call, ids: readonly string[]): Call {
  return { ...call, request: { ...call.request, ImageIds: ids } };
}

/** The same call with those of its ids that are kept. */
function withOnly(call: Call, keep: (id: string) => boolean): Call {
  return withIds(call, textsOf(call.request, 'ImageIds').filter(keep));
}

/** A fault that passes over some ids where there are several. */
function onBatch(name: string, breaks: string, keep: (id: string, owned: RegionImages) => boolean): Fault {
  return onDelete(name, breaks, (call, behave, owned) => {
    const several = textsOf(call.request, 'ImageIds').length > 1;
    return behave(several ? withOnly(call, (id) => keep(id, owned)) : call);
  });
}

/** Broken rules about deleting. */
export const deleteFaults: readonly Fault[] = [
  onDelete('delete-keeps-image', 'answers success and deletes nothing', (call, behave, owned) => {
    const before = new Map(owned);
    const outcome = behave(call);
    for (const [id, shared] of before) owned.set(id, shared);
    return outcome;
  }),
  onDelete('batch-deletes-only-first', 'deletes the first of several ids', (call, behave) =>
    behave(withIds(call, textsOf(call.request, 'ImageIds').slice(0, 1))),
  ),
  onDelete('batch-keeps-last', 'deletes all of several ids but the last', (call, behave) => {
    const ids = textsOf(call.request, 'ImageIds');
    return behave(withIds(call, ids.length > 1 ? ids.slice(0, -1) : ids));
  }),
  onDelete('in-share-deleted-anyway', 'deletes shared images', (call, behave, owned) => {
    for (const id of textsOf(call.request, 'ImageIds')) if (owned.has(id)) owned.set(id, 'unshared');
    return behave(call);
  }),
  onDelete(
    'refused-delete-unshares',
    'unshares the image whose deletion it refuses',
    (call, behave, owned) => {
      const outcome = behave(call);
      for (const id of textsOf(call.request, 'ImageIds')) if (owned.has(id)) owned.set(id, 'unshared');
      return outcome;
    },
  ),
  onDelete(
    'refused-delete-deletes',
    'refuses to delete a shared image and deletes it',
    (call, behave, owned) => {
      const outcome = behave(call);
      for (const id of textsOf(call.request, 'ImageIds')) owned.delete(id);
      return outcome;
    },
  ),
  onDelete(
    'refused-batch-deletes-some',
    'deletes the other images of a refused batch',
    (call, behave, owned) => {
      const outcome = behave(call);
      if (outcome instanceof Refusal) {
        for (const id of textsOf(call.request, 'ImageIds'))
          if (owned.get(id) === 'unshared') owned.delete(id);
      }
      return outcome;
    },
  ),
  onDelete(
    'unknown-image-deleted',
    'answers success to deleting an image that does not exist',
    (call, behave, owned) => behave(withOnly(call, (id) => owned.has(id))),
  ),
  onBatch(
    'batch-skips-unknown',
    'answers success to a batch in which one image does not exist',
    (id, owned) => owned.has(id),
  ),
  onBatch(
    'batch-skips-shared',
    'answers success to a batch in which one image is shared',
    (id, owned) => owned.get(id) !== 'shared',
  ),
  onDelete('delete-region-ignored', 'deletes images of other regions', (call, behave) =>
    textsOf(call.request, 'ImageIds').reduce((outcome, id) => {
      const found = call.images
        .list()
        .find(({ AccountId, ImageId }) => AccountId === call.account && ImageId === id);
      const region = found?.RegionId ?? call.region;
      const next = behave({ ...withIds(call, [id]), region });
      return outcome instanceof Refusal ? outcome : next;
    }, {} as ReturnType<Behaviour>),
  ),
];
