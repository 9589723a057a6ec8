import type { ApiModel } from '@swas/generator-model';
import { describe, expect, test } from 'vitest';
import { Refused, type Choices } from './other-server/choices.ts';
import { tokenOf } from './other-faults/faulty-servers.ts';
import { loadEmitted, own } from './emitted.ts';
import { runAgainst } from './run-other.ts';
import { failed, linesOf } from './run-suite.ts';

/** The own API, but no call goes without a token. */
const demanding = await loadEmitted({
  ...own,
  operations: own.operations.map((operation) => ({
    ...operation,
    parameters: operation.parameters.map((one) =>
      one.name === operation.idempotencyParameter ? { ...one, required: true } : one,
    ),
  })),
});

const demandsToken: Choices = {
  around(_, call, next) {
    if (tokenOf(call.query) === '') throw new Refused(400, 'MissingClientToken', 'ClientToken is mandatory.');
    return next();
  },
};

describe('an API that demands tokens', () => {
  test('is called with a new one in every call, proofs and preparations too', async () => {
    const level = 'gateway';
    const records = await runAgainst({ ...demandsToken, authority: {} }, { level }, undefined, demanding);
    expect(linesOf(records)).toEqual([]);
    expect(records.filter(({ result }) => result !== 'passed')).toEqual([]);
  });

  test('is told when it takes calls without', async () => {
    const records = await runAgainst({}, {}, undefined, demanding);
    expect(failed(records).map(({ id }) => id)).toContain(
      'ModifyImageShareStatus.ClientToken.required/refused',
    );
  });
});

/** The own API as a spec that tells nothing of images: no workflows, no resources. */
const untold = await loadEmitted(
  JSON.parse(
    JSON.stringify({ ...own, workflows: [], resources: [] }).replaceAll(/,"resource":"CustomImage"/gu, ''),
  ) as ApiModel,
);

describe('an API without workflows', () => {
  const mismatch = 'ModifyImageShareStatus.ClientToken.mismatch/refused';
  const found = async (choices: Choices): Promise<string | undefined> => {
    const records = await runAgainst(choices, {}, ({ id }) => id === mismatch, untold);
    return records.find(({ id }) => id === mismatch)?.result;
  };

  test('has its tokens examined', async () => {
    expect(await found({})).toBe('passed');
    expect(await found({ sameRequestId: true })).toBe('passed');
  });

  test.each<[string, Choices]>([
    ['ignores tokens', { rewrite: (query) => query.delete('ClientToken') }],
    ['takes a token for any request', { fingerprint: () => '' }],
    ['refuses a repetition', { fingerprint: () => String(Math.random()) }],
  ])('is told when it %s', async (_name, choices) => {
    expect(await found(choices)).toBe('failed');
  });
});
