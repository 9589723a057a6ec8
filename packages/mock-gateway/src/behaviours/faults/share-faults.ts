import type { Fault } from '../../faults/fault.ts';
import { Refusal } from '../../refusal.ts';
import { textOf, type Behaviour, type Call } from '../behaviour.ts';
import type { RegionImages } from '../images.ts';

/** What a fault works on: the call, its right behaviour and the images concerned. */
interface Shared {
  readonly call: Call;
  readonly behave: Behaviour;
  readonly owned: RegionImages;
  readonly id: string;
}

/** A fault of calls that share (`Share`) or unshare (`UnShare`) one image. */
function on(
  operation: string,
  name: string,
  breaks: string,
  effect: (shared: Shared) => ReturnType<Behaviour>,
): Fault {
  return {
    name,
    breaks,
    effect: (call, behave) => {
      const owned = call.images.in(call.account, call.region);
      const id = textOf(call.request, 'ImageId');
      return textOf(call.request, 'Operation') === operation
        ? effect({ call, behave, owned, id })
        : behave(call);
    },
  };
}

/** Carries the call out, then does something more when it succeeded. */
function afterwards({ call, behave }: Shared, more: () => void): ReturnType<Behaviour> {
  const outcome = behave(call);
  if (!(outcome instanceof Refusal)) more();
  return outcome;
}

/** State for every image of the region but this one. */
function setOthers({ owned, id }: Shared, state: string): void {
  for (const other of owned.keys()) if (other !== id) owned.set(other, state);
}

/** Broken rules about sharing. */
export const shareFaults: readonly Fault[] = [
  on('Share', 'share-does-not-persist', 'answers success to Share and leaves the image unshared', (shared) =>
    afterwards(shared, () => shared.owned.set(shared.id, 'unshared')),
  ),
  on(
    'UnShare',
    'unshare-does-not-persist',
    'answers success to UnShare and leaves the image shared',
    (shared) => afterwards(shared, () => shared.owned.set(shared.id, 'shared')),
  ),
  on('Share', 'share-unshares', 'unshares on Share', (shared) =>
    shared.behave({ ...shared.call, request: { ...shared.call.request, Operation: 'UnShare' } }),
  ),
  on('Share', 'share-touches-other-image', 'shares the other images too', (shared) =>
    afterwards(shared, () => setOthers(shared, 'shared')),
  ),
  on('UnShare', 'unshare-touches-other-image', 'unshares the other images too', (shared) =>
    afterwards(shared, () => setOthers(shared, 'unshared')),
  ),
  on('UnShare', 'unshare-deletes-image', 'deletes the image that it unshares', (shared) =>
    afterwards(shared, () => shared.owned.delete(shared.id)),
  ),
  on('Share', 'unknown-image-shared', 'answers success to sharing an image that does not exist', (shared) =>
    shared.owned.has(shared.id) ? shared.behave(shared.call) : {},
  ),
  on(
    'UnShare',
    'unknown-image-unshared',
    'answers success to unsharing an image that does not exist',
    (shared) => (shared.owned.has(shared.id) ? shared.behave(shared.call) : {}),
  ),
  on('Share', 'share-region-ignored', 'shares images of other regions', ({ call, behave, id }) => {
    const found = call.images
      .list()
      .find(({ AccountId, ImageId }) => AccountId === call.account && ImageId === id);
    return behave({ ...call, region: found?.RegionId ?? call.region });
  }),
];
