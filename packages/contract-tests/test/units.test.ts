import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue, Change } from '../src/contract-case.ts';
import { catalogue } from '../src/generated/catalogue.ts';
import { escapeHtml } from '../src/report/html-report.ts';
import { coverageOf } from '../src/report/coverage.ts';
import { FormCheck } from '../src/run/check-form.ts';
import { RandomTexts } from '../src/run/random.ts';
import { readAnswer, type Answer } from '../src/run/read-answer.ts';
import { clientText, commandText, curlText } from '../src/run/reproduce.ts';
import { throttled } from '../src/run/throttling.ts';
import { vary } from '../src/run/vary.ts';
import { Pool } from '../src/state/pool.ts';
import { fillTemplate } from '../src/template.ts';
import { visibleText } from '../src/command/visible-text.ts';

const [action = ''] = Object.keys(catalogue.methods);
const [resource = ''] = Object.keys(catalogue.resources);

describe('templates', () => {
  test('any literal text comes out as it is when its braces are doubled', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(fillTemplate(text.replaceAll(/[{}]/gu, '$&$&'), new Map())).toBe(text);
      }),
    );
  });

  test('an input is put in, whatever it holds', () => {
    expect(fillTemplate('{{"0":"{image}"}}', new Map([['image', '$&{x}']]))).toBe('{"0":"$&{x}"}');
  });

  test('an input without a value is an error of the case', () => {
    expect(() => fillTemplate('{image}', new Map())).toThrow('image');
  });
});

/** The first tokens of a run with a seed. */
function tokens(seed: number): readonly string[] {
  const random = new RandomTexts(seed);
  return Array.from({ length: 50 }, () => random.unique(36));
}

describe('variants and random texts', () => {
  const changes: readonly Change[] = [
    'letter-case',
    'upper-case',
    'first-character',
    'last-character',
    'shortened',
  ];
  test('a variant always differs', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom(...changes), (text, change) => {
        expect(vary(text, change)).not.toBe(text);
      }),
    );
  });

  test('a seed repeats its texts, and a run never repeats one', () => {
    expect(tokens(7)).toEqual(tokens(7));
    expect(new Set(tokens(7)).size).toBe(50);
    expect(tokens(7)[0]).toHaveLength(36);
  });

  test('a made-up id has the form of the example', () => {
    expect(new RandomTexts(1).idLike('m-2zehv38jjmwva1ee****')).toMatch(/^m-[a-z0-9]{20}$/u);
  });
});

describe('the pool', () => {
  const initial = catalogue.resources[resource]?.initial ?? '';
  const other = catalogue.moves.find(({ from }) => from === initial)?.to ?? '';

  test('prefers what needs no call, then what was used before', () => {
    const pool = new Pool(catalogue, { [resource]: ['a', 'b'] });
    const first = pool.take(resource, initial);
    expect(first).toMatchObject({ item: { id: 'a' }, moves: [] });
    pool.release(first!.item, initial);
    expect(pool.take(resource, initial)?.item.id).toBe('a');
  });

  test('tells the calls to a state, and never hands one out twice', () => {
    const pool = new Pool(catalogue, { [resource]: ['a'] });
    expect(pool.take(resource, other)?.moves.map(({ to }) => to)).toEqual([other]);
    expect(pool.take(resource, initial)).toBeUndefined();
  });

  test('keeps spare ones until the others are lost', () => {
    const pool = new Pool(catalogue, { [resource]: ['a', 'b'] }, 1);
    expect(pool.take(resource, initial)?.item.id).toBe('a');
    expect(pool.take(resource, initial)?.item.id).toBe('b');
  });
});

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  const id = (body as { RequestId?: unknown } | null)?.RequestId;
  return readAnswer({
    status,
    text: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      'content-type': 'application/json;charset=utf-8',
      ...(typeof id === 'string' ? { 'x-acs-request-id': id } : {}),
      ...headers,
    },
    truncated: false,
  });
}

/** What is wrong with the form of each answer of a run. */
function aspects(...answers: Answer[]): readonly string[] {
  const form = new FormCheck(catalogue, 'linked');
  return answers.flatMap((one) => form.check(action, one, undefined)).map(({ aspect }) => aspect);
}

describe('the form of answers', () => {
  test('a right answer is right', () => {
    expect(
      aspects(answer(200, { RequestId: 'a' }), answer(400, { RequestId: 'b', Code: 'C', Message: 'm' })),
    ).toEqual([]);
  });

  test.each([
    ['a RequestId of the wrong type', answer(200, { RequestId: 1 }), 'request-id'],
    ['another id in the header', answer(200, { RequestId: 'a' }, { 'x-acs-request-id': 'b' }), 'request-id'],
    [
      'another content type',
      answer(200, { RequestId: 'a' }, { 'content-type': 'text/html' }),
      'content-type',
    ],
    ['a body that is no JSON', answer(200, '<html>'), 'body'],
    ['an error without Code', answer(400, { RequestId: 'a', Message: 'm' }), 'code'],
    ['an error with an empty Message', answer(400, { RequestId: 'a', Code: 'C', Message: '' }), 'message'],
  ])('%s is found', (_name, wrong, aspect) => {
    expect(aspects(wrong)).toContain(aspect);
  });

  test('a RequestId counts once, save in a repetition of the same call', () => {
    const form = new FormCheck(catalogue, 'linked');
    const same = answer(200, { RequestId: 'a' });
    expect(form.check(action, same, 'key')).toEqual([]);
    expect(form.check(action, same, 'key')).toEqual([]);
    expect(form.check(action, same, 'other key')).toHaveLength(1);
    expect(form.check(action, same, undefined)).toHaveLength(1);
  });

  test('what only a far page documents is checked only by a run that goes as far', () => {
    const withoutHost = answer(400, { RequestId: 'a', Code: 'C', Message: 'm' });
    expect(new FormCheck(catalogue, 'linked').check(action, withoutHost, undefined)).toEqual([]);
    expect(new FormCheck(catalogue, 'gateway').check(action, withoutHost, undefined)).toHaveLength(1);
  });
});

test('the header with the RequestId may be left out, but not now and then, and not where the gateway is examined', () => {
  const [bare, other] = ['a', 'b'].map((RequestId) => {
    const { headers, ...rest } = answer(200, { RequestId });
    const { 'x-acs-request-id': _, ...others } = headers;
    return { ...rest, headers: others };
  }) as [Answer, Answer];
  const form = new FormCheck(catalogue, 'linked');
  expect(form.check(action, bare, undefined)).toEqual([]);
  expect(form.check(action, answer(200, { RequestId: 'c' }), undefined)).toEqual([]);
  expect(form.check(action, other, undefined)).toHaveLength(1);
  expect(new FormCheck(catalogue, 'gateway').check(action, bare, undefined)).toHaveLength(1);
});

test('throttling is told from other refusals, with the time to wait', () => {
  const body = { RequestId: 'a', Code: catalogue.throttlingCodes[0], Message: 'm' };
  expect(throttled(answer(400, body, { 'x-acs-retry-after': '1500' }), catalogue)).toBe(1500);
  expect(throttled(answer(400, body, { 'x-acs-retry-after': '99999999' }), catalogue)).toBe(60_000);
  expect(throttled(answer(400, { ...body, Code: 'InvalidParameter' }), catalogue)).toBeUndefined();
});

test('the wait is read from older headers too, and grows where none is told', () => {
  const body = { RequestId: 'a', Code: catalogue.throttlingCodes[0], Message: 'm' };
  const older = { 'x-ratelimit-user-api': 'Limit:1,Remain:0,TimeLeft:2000,Reset:1234' };
  expect(throttled(answer(400, body, older), catalogue)).toBe(2000);
  expect(throttled(answer(429, body, { 'retry-after': '3' }), catalogue)).toBe(3000);
  const waits = Array.from(
    { length: 7 },
    (_, index) => throttled(answer(429, body), catalogue, index + 1) ?? 0,
  );
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(60_000);
});

test('a case that was skipped exercises nothing', () => {
  const small = { coverage: { items: ['code:A.B', 'code:A.C'], unreachable: { 'code:A.C': 'no' } } };
  const covers = ['code:A.B'];
  const of = (result: 'passed' | 'skipped') =>
    coverageOf(small as unknown as Catalogue, [{ covers, result }]);
  expect(of('passed')).toMatchObject({ missing: [], counts: [{ kind: 'code', exercised: 1, total: 2 }] });
  expect(of('skipped').missing).toEqual(['code:A.B']);
});

test('what a server answers cannot become part of the page', () => {
  expect(escapeHtml(`<img src=x onerror='"&'>`)).toBe('&lt;img src=x onerror=&#39;&quot;&amp;&#39;&gt;');
});

describe('reproduction', () => {
  const exchange = { phase: 'act', description: '', action, query: { RegionId: "it's" } } as const;

  test('the command survives a shell', () => {
    expect(commandText(exchange, 'http://h')).toBe(
      String.raw`swas-contract send --to http://h ${action} 'RegionId=it'\''s'`,
    );
    expect(curlText(exchange, 'http://h')).toMatch(/^swas-contract send --curl --to .* \| curl --config -$/u);
  });

  test('the client is shown only what it can send', () => {
    expect(clientText(exchange, catalogue)).toContain(
      `client.${catalogue.clientMethods[action]}({ RegionId: "it's" })`,
    );
    expect(clientText({ ...exchange, tamper: 'unsigned' }, catalogue)).toBeUndefined();
  });
});

test('an answer cannot steer the terminal that shows it', () => {
  expect(visibleText('a\u001b[2Jb\r\u202ec\n d')).toBe('a\\u001b[2Jb\\u000d\\u202ec\n d');
});
