import { inShare, notFound, type Call, type Choices } from '../other-server/choices.ts';
import { isDelete, type FaultyServers } from './faulty-servers.ts';

type Effect = NonNullable<Choices['effect']>;

const idOf = ({ query }: Call): string => query.get('ImageId') ?? '';
const textOf = ({ query }: Call): string => query.get('ImageIds') ?? '';
const asks = ({ query }: Call, operation: string): boolean => query.get('Operation') === operation;

/** Turns a repeated call into its opposite. */
const toggles =
  (operation: string, state: boolean): Effect =>
  (images, call, next) => {
    const before = images.shared.get(idOf(call));
    next();
    if (asks(call, operation) && before === state) images.shared.set(idOf(call), !state);
  };

/** Does to every image what is asked for one. */
const touchesAll =
  (operation: string, state: boolean): Effect =>
  (images, call, next) => {
    next();
    if (asks(call, operation)) for (const id of images.shared.keys()) images.shared.set(id, state);
  };

/** Remembers what was shared, and never deletes it. */
const holdsWhatWasShared: Effect = (images, call, next) => {
  if (asks(call, 'Share')) images.notes.set(idOf(call), 'shared');
  const held = [...images.notes.keys()].some((id) => textOf(call).includes(id) && images.shared.has(id));
  if (isDelete(call) && held) throw inShare();
  next();
};

/** Deletes an image only when it is asked twice. */
const deletesAtTheSecondTry: Effect = (images, call, next) => {
  const before = new Map(images.shared);
  next();
  if (!isDelete(call)) return;
  for (const id of images.ids(textOf(call))) {
    if (!images.notes.has(id)) images.shared.set(id, before.get(id) ?? false);
    images.notes.set(id, 'tried');
  }
};

/** Unshares whatever it refuses to delete. */
const unsharesRefused: Effect = (images, call, next) => {
  try {
    next();
  } catch (error) {
    const named = [...images.shared.keys()].filter((id) => textOf(call).includes(id));
    if (isDelete(call)) for (const id of named) images.shared.set(id, false);
    throw error;
  }
};

/** Counts how often an image is shared, and unshares it when that many calls have asked for it. */
const counts: Effect = (images, call, next) => {
  const before = String(images.notes.get(idOf(call)) ?? '');
  next();
  if (asks(call, 'Share')) images.notes.set(idOf(call), `${before}+`);
  if (!asks(call, 'UnShare')) return;
  images.notes.set(idOf(call), before.slice(1));
  images.shared.set(idOf(call), before.length > 1);
};

/** What can go wrong with what the server remembers of images. */
export const stateFaults: FaultyServers = {
  'unshares an image that is shared again': [
    { effect: toggles('Share', true) },
    /unsharedImageCanBeDeleted/u,
  ],
  'shares an image that is unshared again': [
    { effect: toggles('UnShare', false) },
    /otherImagesStayUnshared/u,
  ],
  'breaks down when a shared image is shared again': [
    {
      effect(images, call, next) {
        if (asks(call, 'Share') && images.shared.get(idOf(call)) === true) throw new Error('shared');
        next();
      },
    },
    /unsharedImageCanBeDeleted/u,
  ],
  'unshares an image only as often as it was shared': [{ effect: counts }, /unsharedImageCanBeDeleted/u],
  'unshares every image at once': [
    { effect: touchesAll('UnShare', false) },
    /otherImagesStayShared|refused|sharedImage/u,
  ],
  'shares every image at once': [{ effect: touchesAll('Share', true) }, /otherImagesStayUnshared/u],
  'never lets an image go that was shared once': [
    { effect: holdsWhatWasShared },
    /unsharedImageCanBeDeleted/u,
  ],
  'deletes only at the second try': [{ effect: deletesAtTheSecondTry }, /deletedImageIsGone/u],
  'unshares what it refuses to delete': [{ effect: unsharesRefused }, /sharedImage/u],
  'brings a deleted image back when it is shared': [
    {
      effect(images, call, next) {
        if (asks(call, 'Share') && call.query.get('RegionId') === 'cn-hangzhou')
          images.shared.set(idOf(call), true);
        next();
      },
    },
    /deletedImageIsGone|unknownImageCannotBeShared/u,
  ],
  'answers 200 to unsharing what does not exist': [
    {
      effect(images, call, next) {
        if (!asks(call, 'UnShare') || images.shared.has(idOf(call))) next();
      },
    },
    /unknownImageCannotBeUnshared|deletedImageIsGone/u,
  ],
  'deletes an image that it unshares': [
    {
      effect(images, call, next) {
        next();
        if (asks(call, 'UnShare')) images.shared.delete(idOf(call));
      },
    },
    /unsharedImageCanBeDeleted/u,
  ],
  'carries a wrong Operation out before it refuses it': [
    {
      effect(images, call, next) {
        const operation = call.query.get('Operation') ?? '';
        if (operation !== '' && images.shared.has(idOf(call)))
          images.shared.set(idOf(call), operation.toLowerCase().trim() === 'share');
        next();
      },
    },
    /Operation\.enum/u,
  ],
  'shares elsewhere what it says is not there': [
    {
      effect(images, call, next) {
        if (asks(call, 'Share') && images.shared.has(idOf(call))) images.shared.set(idOf(call), true);
        next();
      },
    },
    /RegionId\.isolation/u,
  ],
  'deletes elsewhere what it says is not there': [
    {
      effect(images, call, next) {
        const elsewhere = !['', 'cn-hangzhou'].includes(call.query.get('RegionId') ?? '');
        if (isDelete(call) && elsewhere) for (const id of images.ids(textOf(call))) images.shared.delete(id);
        next();
      },
    },
    /RegionId\.isolation/u,
  ],
  'takes an unknown region for its own': [
    {
      rewrite(query) {
        if (query.get('RegionId')?.startsWith('no') === true) query.set('RegionId', 'cn-hangzhou');
      },
    },
    /RegionId\.isolation/u,
  ],
  'refuses a deletion while any image is shared': [
    {
      effect(images, call, next) {
        if (isDelete(call) && [...images.shared.values()].includes(true)) throw inShare();
        next();
      },
    },
    /otherImagesStayUnshared/u,
  ],
  'keeps a deleted image for sharing': [
    {
      effect(images, call, next) {
        if (!isDelete(call) && images.notes.has(idOf(call))) return;
        next();
        if (isDelete(call)) for (const id of images.ids(textOf(call))) images.notes.set(id, 'deleted');
      },
    },
    /deletedImageIsGone/u,
  ],
  'answers 404 to a deletion of an image that is shared': [
    {
      effect(images, call, next) {
        const [id = ''] = /m-[\w-]+/u.exec(textOf(call)) ?? [];
        if (isDelete(call) && images.shared.get(id) === true) throw notFound();
        next();
      },
    },
    /sharedImageCannotBeDeleted/u,
  ],
};
