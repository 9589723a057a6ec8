import { describe, expect, test } from 'vitest';
import { refreshing } from '../../src/credentials/refreshing.ts';
import type { Credentials } from '../../src/credentials/types.ts';

const minute = 60_000;

/** A load that a test steers: each answer is a lifetime in ms, undefined for a lasting key, or an error. */
function steered(...answers: (number | undefined | Error)[]) {
  const state = { now: 1_000_000_000_000, loads: 0 };
  const load = async (): Promise<Credentials> => {
    const answer = answers[state.loads++];
    if (answer instanceof Error) throw answer;
    const expiration = answer === undefined ? undefined : new Date(state.now + answer);
    return { accessKeyId: `id-${state.loads}`, accessKeySecret: 'secret', expiration };
  };
  return { state, getCredentials: refreshing(load, () => state.now) };
}

describe('a session', () => {
  test('is renewed 15 minutes before its end', async () => {
    const { state, getCredentials } = steered(60 * minute, 60 * minute);
    await getCredentials();
    state.now += 45 * minute - 1;
    expect((await getCredentials()).accessKeyId).toBe('id-1');
    state.now += 1;
    expect((await getCredentials()).accessKeyId).toBe('id-2');
  });

  test('that is short is kept for half its time', async () => {
    const { state, getCredentials } = steered(15 * minute, 15 * minute);
    await getCredentials();
    state.now += 7 * minute;
    await getCredentials();
    expect(state.loads).toBe(1);
    state.now += minute;
    await getCredentials();
    expect(state.loads).toBe(2);
  });

  test('that has ended already is not kept', async () => {
    const { state, getCredentials } = steered(-minute, -minute);
    await getCredentials();
    await getCredentials();
    expect(state.loads).toBe(2);
  });
});

test('callers at the same time share one load', async () => {
  const { state, getCredentials } = steered(undefined, undefined);
  const all = await Promise.all(Array.from({ length: 64 }, getCredentials));
  expect(new Set(all).size).toBe(1);
  expect(state.loads).toBe(1);
  await getCredentials();
  expect(state.loads).toBe(2);
});

const key = (accessKeyId: string): Credentials => ({ accessKeyId, accessKeySecret: 'secret' });

/** Loads that end when a test says so. */
function hanging() {
  const state = { now: 1_000_000_000_000, ends: [] as ((loaded: Credentials) => void)[] };
  const load = () => new Promise<Credentials>((resolve) => void state.ends.push(resolve));
  return { state, getCredentials: refreshing(load, () => state.now) };
}

describe('a load that hangs', () => {
  test('is waited for by callers of the next minute only', async () => {
    const { state, getCredentials } = hanging();
    const first = getCredentials();
    state.now += minute - 1;
    const second = getCredentials();
    state.now += 1;
    const third = getCredentials();
    state.ends[1]!(key('later'));
    expect((await third).accessKeyId).toBe('later');
    state.ends[0]!(key('at last'));
    for (const waiting of [first, second]) expect((await waiting).accessKeyId).toBe('at last');
    expect(state.ends).toHaveLength(2);
  });

  test('and ends at last does not make callers forget a newer one', async () => {
    const { state, getCredentials } = hanging();
    const first = getCredentials();
    state.now += minute;
    const waiting = [getCredentials()];
    state.ends[0]!(key('at last'));
    await first;
    waiting.push(getCredentials());
    state.ends[1]!(key('later'));
    for (const caller of waiting) expect((await caller).accessKeyId).toBe('later');
    expect(state.ends).toHaveLength(2);
  });
});

describe('a failed load', () => {
  test('keeps the session while it lasts, and is tried again after a minute', async () => {
    const { state, getCredentials } = steered(60 * minute, new Error('down'), 60 * minute);
    await getCredentials();
    state.now += 50 * minute;
    expect((await getCredentials()).accessKeyId).toBe('id-1');
    state.now += minute - 1;
    await getCredentials();
    expect(state.loads).toBe(2);
    state.now += 1;
    expect((await getCredentials()).accessKeyId).toBe('id-3');
  });

  test('rejects once the session has ended, even within that minute', async () => {
    const { state, getCredentials } = steered(60 * minute, new Error('down'), new Error('still down'));
    await getCredentials();
    state.now += 60 * minute - 1;
    await getCredentials();
    state.now += 1;
    await expect(getCredentials()).rejects.toThrow('still down');
  });

  test('rejects for every caller, and leaves nothing behind', async () => {
    const { getCredentials } = steered(new Error('down'), undefined);
    const all = await Promise.allSettled([getCredentials(), getCredentials()]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await getCredentials()).accessKeyId).toBe('id-2');
  });

  test('rejects after a lasting key: that one may have been withdrawn', async () => {
    const { getCredentials } = steered(undefined, new Error('gone'));
    await getCredentials();
    await expect(getCredentials()).rejects.toThrow('gone');
  });

  test('that throws before its first await leaves nothing behind either', async () => {
    let calls = 0;
    const getCredentials = refreshing(() => {
      calls += 1;
      throw new Error('at once');
    });
    await expect(getCredentials()).rejects.toThrow('at once');
    await expect(getCredentials()).rejects.toThrow('at once');
    expect(calls).toBe(2);
  });
});
