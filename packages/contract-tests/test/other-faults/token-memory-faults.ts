import { Refused, type Call, type Choices } from '../other-server/choices.ts';
import { isDelete, tokenOf, type FaultyServers } from './faulty-servers.ts';

type Around = NonNullable<Choices['around']>;

const hasToken = ({ query }: Call): boolean => tokenOf(query) !== '';
const keyOf = ({ action, query }: Call): string => `${action} ${String(query)}`;

function withoutToken({ query }: Call): URLSearchParams {
  const bare = new URLSearchParams(query);
  bare.delete('ClientToken');
  return bare;
}

/** Does something else when a call is refused for a reason. */
const onRefusal =
  (code: string, react: (...parameters: Parameters<Around>) => string | undefined): Around =>
  (images, call, next) => {
    try {
      return next();
    } catch (error) {
      if (error instanceof Refused && error.code === code) return react(images, call, next);
      throw error;
    }
  };

const mismatch = 'IdempotentParameterMismatch';
const refusal = (): Refused => new Refused(400, mismatch, 'The request is retried with updated parameters.');

function forget(images: Parameters<Around>[0], call: Call): void {
  for (const key of images.tokens.keys()) if (key.endsWith(tokenOf(call.query))) images.tokens.delete(key);
}

/** Answers what it remembers of equal calls, whether or not a token asks for that. */
const takesForRepetition =
  (concerned: (call: Call) => boolean, key: (call: Call) => string): Around =>
  (images, call, next) => {
    if (concerned(call) && images.notes.has(key(call))) return undefined;
    const answer = next();
    if (concerned(call)) images.notes.set(key(call), 'done');
    return answer;
  };

const remembersErrors: Around = (images, call, next) => {
  if (hasToken(call) && images.notes.has(keyOf(call))) throw images.notes.get(keyOf(call));
  try {
    return next();
  } catch (error) {
    images.notes.set(keyOf(call), error);
    throw error;
  }
};

const remembersTheLastOnly: Around = (images, call, next) => {
  const before = [...images.tokens.keys()];
  const answer = next();
  const others = hasToken(call) ? before.filter((key) => !key.endsWith(tokenOf(call.query))) : [];
  for (const key of others) images.tokens.delete(key);
  return answer;
};

const forgetsWithoutToken: Around = (images, call, next) => {
  const answer = next();
  if (!hasToken(call)) images.tokens.clear();
  return answer;
};

const repeatsRepetitions: Around = (images, call, next) => {
  const known = [...images.tokens.keys()].some((key) => key.endsWith(tokenOf(call.query)));
  return hasToken(call) && known ? next(withoutToken(call)) : next();
};

/** What can go wrong with what the server remembers of tokens. */
export const tokenMemoryFaults: FaultyServers = {
  'remembers the last token only': [{ around: remembersTheLastOnly }, /repeated/u],
  'forgets tokens after any call without one': [{ around: forgetsWithoutToken }, /repeated/u],
  'carries repetitions out again': [{ around: repeatsRepetitions }, /repeated/u],
  'remembers an error under its token': [{ around: remembersErrors }, /errorNotRemembered/u],
  'does nothing when there is a token': [
    { around: (_, call, next) => (hasToken(call) ? undefined : next()) },
    /token/iu,
  ],
  'demands a token': [
    {
      around(_, call, next) {
        if (!hasToken(call)) throw new Refused(400, 'MissingClientToken', 'ClientToken is mandatory.');
        return next();
      },
    },
    /sharedImageCannotBeDeleted/u,
  ],
  'forgets a token after a mismatch': [
    {
      around: onRefusal(mismatch, (images, call) => {
        forget(images, call);
        throw refusal();
      }),
    },
    /tokenCannotServeAnotherDeletion/u,
  ],
  'carries a mismatch out before it refuses it': [
    {
      around: onRefusal(mismatch, (_, call, next) => {
        next(withoutToken(call));
        throw refusal();
      }),
    },
    /tokenCannotServe/u,
  ],
  'carries a mismatch out': [
    { around: onRefusal(mismatch, (_, call, next) => next(withoutToken(call))) },
    /tokenCannotServe/u,
  ],
  'takes equal calls without a token for repetitions': [
    { around: takesForRepetition((call) => !hasToken(call), keyOf) },
    /imageCanBeSharedAgain|deletedImageIsGone/u,
  ],
  'takes calls that differ only by the token for repetitions': [
    { around: takesForRepetition(hasToken, (call) => `${call.action} ${String(withoutToken(call))}`) },
    /token|^repeated/iu,
  ],
  'answers success to a deletion of nothing when there is a token': [
    {
      around: onRefusal('InvalidImageId.NotFound', (_, call, next) =>
        isDelete(call) && hasToken(call) ? undefined : next(),
      ),
    },
    /repeatedDelete/u,
  ],
};
