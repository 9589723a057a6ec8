import { textOf, type Behaviour } from './behaviour.ts';

/**
 * Shares or unshares an image. Sharing a shared image and unsharing an unshared one succeed without effect: the
 * documents name no error for it.
 */
export const modifyImageShareStatus: Behaviour = ({ request, account, region, images, refuse }) => {
  const owned = images.in(account, region);
  const id = textOf(request, 'ImageId');
  if (!owned.has(id)) return refuse('InvalidImageId.NotFound');
  owned.set(id, textOf(request, 'Operation') === 'Share');
  images.touch();
  return {};
};
