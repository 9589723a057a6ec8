import { textsOf, type Behaviour } from './behaviour.ts';

/**
 * Deletes images, all of the list or none: the documents do not say what becomes of the others when one is refused,
 * and a refusal that changed nothing is the safer thing to develop against. An unknown id is told before a shared one.
 */
export const deleteCustomImages: Behaviour = ({ request, account, region, images, refuse }) => {
  const owned = images.in(account, region);
  const ids = textsOf(request, 'ImageIds');
  if (ids.some((id) => !owned.has(id))) return refuse('InvalidImageId.NotFound');
  if (ids.some((id) => owned.get(id) === true)) return refuse('CustomImageInShare');
  for (const id of ids) owned.delete(id);
  images.touch();
  return {};
};
