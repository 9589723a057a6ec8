import { Refused } from '../other-server/choices.ts';
import type { FaultyServers } from './faulty-servers.ts';

const change = (name: string, text: (value: string) => string) => (query: URLSearchParams) => {
  const value = query.get(name);
  if (value !== null) query.set(name, text(value));
};

/** What can go wrong with single values. */
export const inputFaults: FaultyServers = {
  'takes ids that begin alike for the same': [
    { sameId: (stored, sent) => stored.startsWith(sent) },
    /exact/u,
  ],
  'takes longer ids for the same': [{ sameId: (stored, sent) => sent.startsWith(stored) }, /exact/u],
  'ignores the case of ids': [{ sameId: (stored, sent) => stored === sent.toLowerCase() }, /exact/u],
  'trims ids': [{ sameId: (stored, sent) => stored === sent.trim() }, /exact/u],
  'trims ids at the end': [{ sameId: (stored, sent) => stored === sent.trimEnd() }, /exact/u],
  'takes 14 ids at most': [{ maxItems: 14 }, /maxItems/u],
  'takes 16 ids': [{ maxItems: 16 }, /maxItems/u],
  'takes any number of ids': [{ maxItems: 1000 }, /maxItems/u],
  'takes share for Share': [
    { rewrite: change('Operation', (text) => (text === 'share' ? 'Share' : text)) },
    /Operation\.enum/u,
  ],
  'takes Unshare for UnShare': [
    { rewrite: change('Operation', (text) => (text === 'Unshare' ? 'UnShare' : text)) },
    /Operation\.enum/u,
  ],
  'takes SHARE for Share': [
    { rewrite: change('Operation', (text) => (text === 'SHARE' ? 'Share' : text)) },
    /Operation\.enum/u,
  ],
  'normalizes Operation': [
    { rewrite: change('Operation', (text) => text.normalize('NFKC')) },
    /Operation\.enum/u,
  ],
  'takes whatever begins with Share': [
    { rewrite: change('Operation', (text) => /^Share/u.exec(text)?.[0] ?? text) },
    /Operation\.enum/u,
  ],
  'takes the first of several operations': [
    { rewrite: change('Operation', (text) => text.split(',')[0] ?? '') },
    /Operation\.enum/u,
  ],
  'overlooks a new line after Operation': [
    { rewrite: change('Operation', (text) => text.replace(/\n$/u, '')) },
    /Operation\.enum/u,
  ],
  'takes whatever begins with Share or UnShare': [
    { rewrite: change('Operation', (text) => /^(?:Un)?Share/u.exec(text)?.[0] ?? text) },
    /Operation\.enum/u,
  ],
  'takes any text for UnShare': [
    { rewrite: change('Operation', (text) => (text === 'Share' ? text : 'UnShare')) },
    /Operation\.enum/u,
  ],
  'takes any text for Share': [
    { rewrite: change('Operation', (text) => (text === 'UnShare' ? text : 'Share')) },
    /Operation\.enum/u,
  ],
  'trims every parameter': [
    {
      rewrite: (query) => {
        for (const [name, value] of Array.from(query)) query.set(name, value.trim());
      },
    },
    /exact|enum/u,
  ],
  'takes a missing Operation for Share': [
    {
      rewrite: (query, action) =>
        action === 'ModifyImageShareStatus' && !query.has('Operation') && query.set('Operation', 'Share'),
    },
    /Operation\.required/u,
  ],
  'takes an empty Operation for UnShare': [
    {
      rewrite: (query, action) =>
        action === 'ModifyImageShareStatus' &&
        query.get('Operation') === '' &&
        query.set('Operation', 'UnShare'),
    },
    /Operation\.required/u,
  ],
  'ignores RegionId': [{ rewrite: change('RegionId', () => 'cn-hangzhou') }, /isolation|Region/u],
  'fills a missing RegionId in': [
    { rewrite: (query) => query.get('RegionId') === null && query.set('RegionId', 'cn-hangzhou') },
    /RegionId\.required/u,
  ],
  'fills an empty RegionId in': [
    { rewrite: (query) => query.get('RegionId') === '' && query.set('RegionId', 'cn-hangzhou') },
    /RegionId\.required/u,
  ],
  'refuses a wrong Operation with another code': [
    {
      around(_, { query }, next) {
        const text = query.get('Operation');
        if (text !== null && text !== '' && !/^(?:Un)?Share$/u.test(text))
          throw new Refused(400, 'InvalidParameter', 'no');
        return next();
      },
    },
    /Operation\.enum/u,
  ],
  'breaks down on malformed JSON': [
    {
      parseIds: (text) => {
        if (!text.endsWith('"]')) throw new Error('malformed');
        return JSON.parse(text);
      },
    },
    /ImageIds\.json/u,
  ],
  'breaks down on long tokens': [
    {
      around(_, { query }, next) {
        if ((query.get('ClientToken') ?? '').length > 64) throw new Error('too long');
        return next();
      },
    },
    /maxLength\/refused/u,
  ],
  'takes ids out of a nested array': [{ parseIds: (text) => [JSON.parse(text)].flat(2) }, /ImageIds\.json/u],
  'overlooks numbers among ids': [
    { parseIds: (text) => [JSON.parse(text)].flat().filter((id) => typeof id !== 'number') },
    /ImageIds\.json/u,
  ],
  'overlooks null among ids': [
    { parseIds: (text) => [JSON.parse(text)].flat().filter((id) => id !== null) },
    /ImageIds\.json/u,
  ],
  'takes an object of ids': [
    { parseIds: (text) => Object.values((JSON.parse(text) ?? {}) as object) },
    /ImageIds\.json/u,
  ],
};
