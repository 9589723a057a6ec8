import { inShare, notFound, type Call, type Choices } from '../other-server/choices.ts';
import { isDelete, type FaultyServers } from './faulty-servers.ts';

type Effect = NonNullable<Choices['effect']>;
type Select = (ids: readonly string[]) => readonly string[];

const textOf = ({ query }: Call): string => query.get('ImageIds') ?? '';

/** Keeps some of the images of a batch that is otherwise right. */
const keeps =
  (kept: Select): Effect =>
  (images, call, next) => {
    next();
    if (isDelete(call)) for (const id of kept(images.ids(textOf(call)))) images.shared.set(id, false);
  };

/** Looks only at some images of a batch before it deletes all of them. */
const looksOnly =
  (seen: Select, at: 'existence' | 'sharing'): Effect =>
  (images, call, next) => {
    if (!isDelete(call) || call.query.get('RegionId') !== 'cn-hangzhou' || !textOf(call).startsWith('[')) {
      next();
      return;
    }
    const ids = images.ids(textOf(call));
    const looked = seen(ids);
    for (const id of ids) {
      const isSeen = looked.includes(id);
      if ((isSeen || at === 'sharing') && !images.shared.has(id)) throw notFound();
      if ((isSeen || at === 'existence') && images.shared.get(id) === true) throw inShare();
    }
    for (const id of ids) images.shared.delete(id);
  };

/** Deletes whatever a refused call names. */
const deletesFirst: Effect = (images, call, next) => {
  try {
    next();
  } catch (error) {
    if (isDelete(call) && /^\[".*"\]$/u.test(textOf(call)))
      for (const id of images.shared.keys()) if (textOf(call).includes(id)) images.shared.delete(id);
    throw error;
  }
};

/** What can go wrong between the first and the last image of a call. */
export const batchFaults: FaultyServers = {
  'begins a batch with its second image': [
    { effect: keeps((ids) => (ids.length > 1 ? ids.slice(0, 1) : [])) },
    /severalImagesAreDeleted/u,
  ],
  'ends a batch before its last image': [
    { effect: keeps((ids) => (ids.length > 1 ? ids.slice(-1) : [])) },
    /severalImagesAreDeleted/u,
  ],
  'deletes 10 images of a batch at most': [{ effect: keeps((ids) => ids.slice(10)) }, /maxItems/u],
  'passes over the second image of a batch': [
    { effect: keeps((ids) => (ids.length > 2 ? ids.slice(1, 2) : [])) },
    /maxItems/u,
  ],
  'passes over the last but one of a batch': [
    { effect: keeps((ids) => (ids.length > 2 ? ids.slice(-2, -1) : [])) },
    /maxItems/u,
  ],
  'passes over the fifth and the tenth image': [
    { effect: keeps((ids) => ids.filter((_, index) => index % 5 === 4 && index < 14)) },
    /maxItems/u,
  ],
  'deletes the ends of a batch only': [{ effect: keeps((ids) => ids.slice(1, -1)) }, /maxItems/u],
  'looks only whether the first image exists': [
    { effect: looksOnly((ids) => ids.slice(0, 1), 'existence') },
    /absentItem/u,
  ],
  'looks only whether the last image exists': [
    { effect: looksOnly((ids) => ids.slice(-1), 'existence') },
    /absentItem/u,
  ],
  'looks only whether the first image is shared': [
    { effect: looksOnly((ids) => ids.slice(0, 1), 'sharing') },
    /sharedImageAtTheEnd/u,
  ],
  'looks only whether the last image is shared': [
    { effect: looksOnly((ids) => ids.slice(-1), 'sharing') },
    /sharedImageAtTheStart/u,
  ],
  'deletes before it looks': [{ effect: deletesFirst }, /sharedImage/u],
  'refuses white space between ids': [
    { parseIds: (text) => (/\s/u.test(text) ? undefined : JSON.parse(text)) },
    /severalImagesAreDeleted/u,
  ],
  'splits ids at commas without reading JSON': [
    { parseIds: (text) => text.replaceAll(/[[\]"\s]/gu, '').split(',') },
    /ImageIds\.json/u,
  ],
  'reads single quotes for double ones': [
    { parseIds: (text) => JSON.parse(text.replaceAll("'", '"')) },
    /ImageIds\.json/u,
  ],
  'overlooks a comma after the last id': [
    { parseIds: (text) => JSON.parse(text.replace(/,\s*\]$/u, ']')) },
    /ImageIds\.json/u,
  ],
  'deletes everything when the list is empty': [
    {
      around(images, { query }, next) {
        if (query.get('ImageIds') !== '[]') return next();
        images.shared.clear();
        return undefined;
      },
    },
    /minItems/u,
  ],
  'takes an empty list for done': [
    { around: (_, { query }, next) => (query.get('ImageIds') === '[]' ? undefined : next()) },
    /minItems/u,
  ],
  'limits the text of ImageIds to 255 characters': [
    {
      around(_, { query }, next) {
        if ((query.get('ImageIds') ?? '').length > 255) throw notFound();
        return next();
      },
    },
    /maxItems/u,
  ],
};
