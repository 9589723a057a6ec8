import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../src/generated/catalogue.ts';
import { brokenRules } from '../src/report/broken-rules.ts';
import { failureText } from '../src/run/failure-text.ts';
import { commonProblem, type CaseRecord, type Problem } from '../src/run/record.ts';
import { repeatedName } from '../src/run/repeated-name.ts';
import { restoreAll } from '../src/run/restore.ts';
import { Session } from '../src/run/session.ts';
import { UNKNOWN } from '../src/state/pool.ts';
import { startOther } from './other-server/start.ts';
import { runAgainst } from './run-other.ts';
import { failed as failedOf, ids, settingsFor } from './run-suite.ts';

describe('names in JSON', () => {
  test('no text of JSON.stringify names anything twice', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(repeatedName(JSON.stringify(value))).toBeUndefined();
      }),
    );
  });

  test('a name that stands twice in one object is told, however it is written', () => {
    expect(repeatedName(String.raw`{"a":{"b":1},"c":[{"b":2}],"\u0061" : 3}`)).toBe('a');
    expect(repeatedName('{"a":"b\\":{","c":[{"b":1,"b":2}]}')).toBe('b');
  });
});

const failed = (id: string, problem: Problem, flaky = false): CaseRecord => {
  const rule = { id: `rule of ${id}`, text: `the rule of ${id}`, level: 'documented' } as const;
  const failure = {
    step: 'step1',
    description: '',
    expected: { kind: 'any' },
    problems: [problem],
    flaky,
    exchange: 0,
  } as const;
  const rest = { exchanges: [], covers: [], milliseconds: 0 };
  return { id, title: '', suite: '', rule, result: 'failed', failure, ...rest };
};

describe('what is found', () => {
  test('what is wrong with any answer is one finding, and no rule of a case', () => {
    const cases = ['one', 'two'].map((id) => failed(id, commonProblem('content-type', 'expected JSON')));
    const found = brokenRules([...cases, failed('three', { aspect: 'status', text: 'expected 200' })]);
    expect(found.map(({ id, records }) => [id, records.length])).toEqual([
      ['every answer: content-type', 2],
      ['rule of three', 1],
    ]);
    expect(failureText(cases[0]!, 'http://here', catalogue)).toContain('common to all answers');
    expect(failureText(cases[0]!, 'http://here', catalogue)).not.toContain('the rule of one');
  });

  test('a rule varies while every failure of it does', () => {
    const problem = { aspect: 'status', text: 'expected 200' } as const;
    const records = [failed('one', problem, true), failed('one', problem), failed('two', problem, true)];
    expect(brokenRules(records).map(({ varies }) => varies)).toEqual([false, true]);
  });
});

test('an endpoint that answers nothing is left after a few calls, and nothing counts as passed', async () => {
  const records = await runAgainst({ write: () => '', latency: 500 }, { timeout: 20 });
  expect(records.flatMap(({ exchanges }) => exchanges).length).toBeLessThan(10);
  expect(failedOf(records).length).toBeGreaterThan(0);
  expect(records.filter(({ result, blocked }) => result !== 'failed' && blocked !== true)).toEqual([]);
});

test('what an endpoint did not answer about is not said to be put back', async () => {
  const { url, server } = await startOther(ids, {});
  server.close();
  const [first = ''] = ids;
  const session = new Session(catalogue, settingsFor(url));
  expect(await restoreAll(session, { [first]: UNKNOWN }, 'all')).toEqual([first]);
});
