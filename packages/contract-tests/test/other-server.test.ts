import { describe, expect, test } from 'vitest';
import { catalogue } from '../src/generated/catalogue.ts';
import { suites } from '../src/generated/suites.ts';
import { needsOf } from '../src/state/needs.ts';
import { gatewayFaults } from './other-faults/gateway-faults.ts';
import { faultyServers } from './other-faults/index.ts';
import type { Call, Choices, Reply } from './other-server/choices.ts';
import { runAgainst } from './run-other.ts';
import { failed, ids, linesOf } from './run-suite.ts';

/** What the documents leave open, chosen otherwise than the mock gateway does. */
const rightServers: Readonly<Record<string, Choices>> = {
  'as documented': {},
  'takes a bare id': { bareId: true },
  'deletes part of a refused batch': { partialDelete: true },
  'refuses to share what is shared': { refusesRepetition: true },
  'refuses an empty token': { emptyTokenRefused: true },
  'keeps one set of tokens for both operations': { sharedTokens: true },
  'keeps tokens of each region apart': { tokensByRegion: true },
  'repeats the RequestId of a repeated call': { sameRequestId: true },
  'names no host': { noHostId: true },
  'sends the RequestId in the body only': { noHeader: true },
  'throttles now and then': { throttlesEvery: 7 },
  'takes its time': { latency: 10 },
  'has codes of its own for wrong parameters': {
    codes: { missing: 'MissingParameter', invalid: 'ParameterError' },
  },
  'has statuses of its own for wrong parameters': {
    codes: { missing: 'MissingParameter', invalid: 'ParameterError', status: 422 },
  },
  'answers other regions by an error of its own': {
    otherRegion: { status: 404, code: 'InvalidRegionId.NotFound' },
  },
  'takes regions in any letter case': {
    rewrite: (query) => {
      if (query.has('RegionId')) query.set('RegionId', (query.get('RegionId') ?? '').toLowerCase());
    },
  },
  'tells more than it must': {
    answer: (reply) => ({
      ...reply,
      body: { ...reply.body, Recommend: 'https://example.com/', Success: reply.status < 400 },
      headers: {
        ...reply.headers,
        'content-type': 'Application/JSON; charset=utf-8',
        'x-acs-trace-id': 'trace',
        'access-control-allow-origin': '*',
      },
    }),
  },
  'writes its JSON over several lines': {
    write: (body) => `\n${JSON.stringify(body, null, 2)}\r\n`,
  },
  'names an older charset of which it uses ASCII only': {
    answer: (reply) => ({
      ...reply,
      headers: { ...reply.headers, 'content-type': 'application/json; charset="ISO-8859-1"' },
    }),
  },
  'closes every connection': {
    answer: (reply) => ({ ...reply, headers: { ...reply.headers, connection: 'close' } }),
  },
  'has the other documented words for a shared image': {
    answer: (reply) =>
      reply.body['Code'] === 'CustomImageInShare'
        ? {
            ...reply,
            body: {
              ...reply.body,
              Message: 'The custom image is being shared. Please disable sharing first and then delete it.',
            },
          }
        : reply,
  },
};

/** Puts all errors into other words. */
const translates = (message: string, headers: Readonly<Record<string, string>> = {}): Choices => ({
  answer: (reply) =>
    reply.status < 400
      ? reply
      : { ...reply, body: { ...reply.body, Message: message }, headers: { ...reply.headers, ...headers } },
});

describe.each([
  ['says so', translates('Le service a refusé.', { 'content-language': 'fr-FR' })],
  ['writes other letters', translates('参数 Operation 不合法。')],
])('a right server that translates its messages and %s', (_name, choices) => {
  test('gives no false alarm', async () => {
    expect(linesOf(await runAgainst(choices))).toEqual([]);
  });
});

describe.each(Object.entries(rightServers))('a right server that %s', (_name, choices) => {
  test('gives no false alarm', async () => {
    expect(linesOf(await runAgainst(choices))).toEqual([]);
  });
});

test('a right server gives no false alarm at any level', async () => {
  expect(linesOf(await runAgainst({ authority: {} }, { level: 'gateway' }))).toEqual([]);
});

describe.each(Object.entries(gatewayFaults))('a gateway that %s', (_name, [choices, cases]) => {
  test('is caught', async () => {
    const records = await runAgainst(
      choices,
      { level: 'gateway' },
      ({ id, result }) => result === 'failed' && cases.test(id),
    );
    const found = failed(records).map(({ id }) => id);
    expect(found.join('\n')).toMatch(cases);
  });
});

test('as many resources as are said to be needed are enough', async () => {
  const cases = suites.flatMap((suite) => suite.cases).filter(({ rule }) => rule.level !== 'gateway');
  const needs = Object.entries(needsOf(cases, catalogue));
  const given = Object.fromEntries(needs.map(([resource, amount]) => [resource, ids.slice(0, amount)]));
  const records = await runAgainst({}, { ids: given, spare: 0 });
  expect(records.filter(({ result }) => result !== 'passed')).toEqual([]);
});

const failOnce =
  (at: number) =>
  (reply: Reply, { count }: Call): Reply =>
    count === at ? { ...reply, status: 503 } : reply;

// The second call is one of several that share a proof; the fortieth stands in a case of its own.
test.each([2, 40])('call %i, answered wrongly only once, is told from a wrong rule', async (at) => {
  const [record, ...others] = failed(await runAgainst({ answer: failOnce(at) }));
  expect(record?.failure?.flaky).toBe(true);
  expect(others).toEqual([]);
});

describe.each(Object.entries(faultyServers))('a server that %s', (_name, [choices, cases]) => {
  test('is caught', async () => {
    const records = await runAgainst(choices, {}, ({ id, result }) => result === 'failed' && cases.test(id));
    const found = failed(records).map(({ id }) => id);
    expect(found.join('\n')).toMatch(cases);
  });
});
