import { describe, expect, test } from 'vitest';
import { catalogue } from '../src/generated/catalogue.ts';
import { suites } from '../src/generated/suites.ts';
import type { RunSettings } from '../src/run/settings.ts';
import { needsOf } from '../src/state/needs.ts';
import { startOther, type Call, type Choices, type Reply } from './other-server.ts';
import { failed, ids, linesOf, runSuite, settingsFor } from './run-suite.ts';

async function runAgainst(choices: Choices, change: Partial<RunSettings> = {}) {
  const { url, server } = await startOther(ids, choices);
  try {
    return await runSuite({ ...settingsFor(url), ...change });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** What the documents leave open, chosen otherwise than the mock gateway does. */
const rightServers: Readonly<Record<string, Choices>> = {
  'as documented': {},
  'takes a bare id': { bareId: true },
  'deletes part of a refused batch': { partialDelete: true },
  'refuses to share what is shared': { refusesRepetition: true },
  'refuses an empty token': { emptyTokenRefused: true },
  'keeps one set of tokens for both operations': { sharedTokens: true },
  'repeats the RequestId of a repeated call': { sameRequestId: true },
  'names no host': { noHostId: true },
  'throttles now and then': { throttlesEvery: 7 },
  'has codes of its own for wrong parameters': {
    codes: { missing: 'MissingParameter', invalid: 'ParameterError' },
  },
};

describe.each(Object.entries(rightServers))('a right server that %s', (_name, choices) => {
  test('gives no false alarm', async () => {
    expect(linesOf(await runAgainst(choices))).toEqual([]);
  });
});

test('as many resources as are said to be needed are enough', async () => {
  const cases = suites.flatMap((suite) => suite.cases).filter(({ rule }) => rule.level !== 'gateway');
  const needs = Object.entries(needsOf(cases, catalogue));
  const given = Object.fromEntries(needs.map(([resource, amount]) => [resource, ids.slice(0, amount)]));
  const records = await runAgainst({}, { ids: given, spare: 0 });
  expect(records.filter(({ result }) => result !== 'passed')).toEqual([]);
});

const failOnce = (reply: Reply, { count }: Call): Reply => (count === 2 ? { ...reply, status: 503 } : reply);

test('an answer that is wrong only once is told from a wrong rule', async () => {
  const [record, ...others] = failed(await runAgainst({ answer: failOnce }));
  expect(record?.failure?.flaky).toBe(true);
  expect(others).toEqual([]);
});

const inErrors = (change: (body: Reply['body']) => Reply['body']) => ({
  answer: (reply: Reply): Reply => (reply.status < 400 ? reply : { ...reply, body: change(reply.body) }),
});
const parameters = (query: URLSearchParams, ...names: string[]): string =>
  names.map((name) => query.get(name)).join(' ');

/** Faults that the mock gateway does not have. */
const faultyServers: Readonly<Record<string, [Choices, RegExp]>> = {
  'takes ids that begin alike for the same': [
    { sameId: (stored, sent) => stored.startsWith(sent) },
    /exact/u,
  ],
  'takes longer ids for the same': [{ sameId: (stored, sent) => sent.startsWith(stored) }, /exact/u],
  'ignores the case of ids': [{ sameId: (stored, sent) => stored === sent.toLowerCase() }, /exact/u],
  'trims ids': [{ sameId: (stored, sent) => stored === sent.trim() }, /exact/u],
  'takes 14 ids at most': [{ maxItems: 14 }, /maxItems/u],
  'takes 16 ids': [{ maxItems: 16 }, /maxItems/u],
  'takes tokens of 63 characters at most': [{ maxToken: 63 }, /maxLength\/accepted/u],
  'takes tokens of 65 characters': [{ maxToken: 65 }, /maxLength\/refused/u],
  'takes Latin-1 for ASCII': [{ isAscii: (token) => /^[\x20-\xff]*$/u.test(token) }, /pattern/u],
  'takes letters and digits only as token': [
    { isAscii: (token) => /^\w*$/u.test(token) },
    /maxLength\/accepted/u,
  ],
  'compares 60 characters of tokens': [{ tokenKey: (token) => token.slice(0, 60) }, /maxLength\/accepted/u],
  'compares 63 characters of tokens': [{ tokenKey: (token) => token.slice(0, 63) }, /maxLength\/accepted/u],
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
  'takes share for Share': [
    { rewrite: (query) => query.get('Operation') === 'share' && query.set('Operation', 'Share') },
    /Operation\.enum/u,
  ],
  'takes any text for UnShare': [
    {
      rewrite: (query) =>
        query.has('Operation') && query.get('Operation') !== 'Share' && query.set('Operation', 'UnShare'),
    },
    /Operation\.enum/u,
  ],
  'ignores RegionId': [
    { rewrite: (query) => query.has('RegionId') && query.set('RegionId', 'cn-hangzhou') },
    /isolation|Region/u,
  ],
  'fills a missing RegionId in': [
    { rewrite: (query) => query.get('RegionId') === null && query.set('RegionId', 'cn-hangzhou') },
    /RegionId\.required/u,
  ],
  'forgets tokens of deletions': [
    {
      rewrite: (query, action) =>
        action === 'DeleteCustomImages' &&
        (query.get('ClientToken') ?? '').length < 60 &&
        query.delete('ClientToken'),
    },
    /repeatedDelete|tokenCannotServeAnotherDeletion/u,
  ],
  'answers every tenth call with a used RequestId': [
    {
      answer: (reply, { count }) =>
        count % 10 === 0 ? { ...reply, body: { ...reply.body, RequestId: 'again' } } : reply,
    },
    /./u,
  ],
  'answers a number as Code': [inErrors((body) => ({ ...body, Code: 404 })), /./u],
  'leaves the full stop of a message out': [
    inErrors((body) => ({ ...body, Message: String(body['Message']).replace(/\.$/u, '') })),
    /sharedImageCannotBeDeleted/u,
  ],
  'answers a mismatch with 409': [
    {
      answer: (reply) =>
        reply.body['Code'] === 'IdempotentParameterMismatch' ? { ...reply, status: 409 } : reply,
    },
    /tokenCannotServe/u,
  ],
  'answers 202 to a deletion': [
    {
      answer: (reply, { action }) =>
        reply.status === 200 && action === 'DeleteCustomImages' ? { ...reply, status: 202 } : reply,
    },
    /deleteImage/u,
  ],
  'sends another id in the header of errors': [
    {
      answer: (reply) =>
        reply.status < 400 ? reply : { ...reply, headers: { 'x-acs-request-id': 'other' } },
    },
    /./u,
  ],
};

describe.each(Object.entries(faultyServers))('a server that %s', (_name, [choices, cases]) => {
  test('is caught', async () => {
    const records = await runAgainst(choices);
    expect(
      failed(records)
        .map(({ id }) => id)
        .join('\n'),
    ).toMatch(cases);
  }, 30_000);
});
