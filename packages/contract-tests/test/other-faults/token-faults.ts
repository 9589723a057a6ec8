import { tokenOf, type FaultyServers } from './faulty-servers.ts';

const parameters = (query: URLSearchParams, ...names: string[]): string =>
  names.map((name) => query.get(name)).join(' ');

/** What can go wrong when tokens are looked at and compared. */
export const tokenFaults: FaultyServers = {
  'takes tokens of 63 characters at most': [{ maxToken: 63 }, /maxLength\/accepted/u],
  'takes tokens of 65 characters': [{ maxToken: 65 }, /maxLength\/refused/u],
  'takes tokens of any length': [{ maxToken: 1000 }, /maxLength\/refused/u],
  'takes Latin-1 for ASCII': [{ isAscii: (token) => /^[\x20-\xff]*$/u.test(token) }, /pattern/u],
  'takes any character in tokens': [{ isAscii: () => true }, /pattern/u],
  'takes letters and digits only as token': [
    { isAscii: (token) => /^\w*$/u.test(token) },
    /maxLength\/accepted/u,
  ],
  'takes UUIDs only as token': [
    { isAscii: (token) => /^[\da-f-]{36}$/iu.test(token) },
    /ClientToken|token/iu,
  ],
  'refuses a space in tokens': [
    { isAscii: (token) => /^[\x21-\x7e]*$/u.test(token) },
    /maxLength\/accepted/u,
  ],
  'compares 60 characters of tokens': [{ tokenKey: (token) => token.slice(0, 60) }, /maxLength\/accepted/u],
  'compares 63 characters of tokens': [{ tokenKey: (token) => token.slice(0, 63) }, /maxLength\/accepted/u],
  'compares the last 32 characters of tokens': [{ tokenKey: (token) => token.slice(-32) }, /token/iu],
  'cuts white space off tokens': [{ tokenKey: (token) => token.trim() }, /maxLength\/accepted/u],
  'ignores the case of tokens of deletions': [
    {
      rewrite: (query, action) => {
        const token = query.get('ClientToken');
        if (action === 'DeleteCustomImages' && token !== null) query.set('ClientToken', token.toLowerCase());
      },
    },
    /caseSensitive/u,
  ],
  'ignores the case of tokens': [{ tokenKey: (token) => token.toUpperCase() }, /tokensDifferByCase/u],
  'does not compare Operation under a token': [
    { fingerprint: (query) => parameters(query, 'RegionId', 'ImageId', 'ImageIds') },
    /tokenCannotServeAnotherOperationValue/u,
  ],
  'does not compare ImageId under a token': [
    { fingerprint: (query) => parameters(query, 'RegionId', 'Operation', 'ImageIds') },
    /tokenCannotServeAnotherImage/u,
  ],
  'does not compare ImageIds under a token': [
    { fingerprint: (query) => parameters(query, 'RegionId', 'Operation', 'ImageId') },
    /tokenCannotServeAnotherDeletion/u,
  ],
  'does not compare RegionId under a token': [
    { fingerprint: (query) => parameters(query, 'Operation', 'ImageId', 'ImageIds') },
    /[Rr]egion/u,
  ],
  'forgets tokens of deletions': [
    {
      rewrite: (query, action) =>
        action === 'DeleteCustomImages' && tokenOf(query).length < 60 && query.delete('ClientToken'),
    },
    /repeatedDelete|tokenCannotServeAnotherDeletion/u,
  ],
  'forgets tokens of sharing': [
    { rewrite: (query) => query.get('Operation') === 'Share' && query.delete('ClientToken') },
    /repeatedShare/u,
  ],
  'forgets tokens of unsharing': [
    { rewrite: (query) => query.get('Operation') === 'UnShare' && query.delete('ClientToken') },
    /repeatedUnshare/u,
  ],
};
