import { expect, test } from 'vitest';
import { catalogue } from '../src/generated/catalogue.ts';
import { FormCheck } from '../src/run/check-form.ts';
import { mockIds } from '../src/state/mock-state.ts';

test('ids for a mock gateway are of the form that their schema asks for', () => {
  expect(mockIds(2)).toEqual(['m-contract000000000001', 'm-contract000000000002']);
  expect(mockIds(1, { prefix: 'vpc-', digits: 4 })).toEqual(['vpc-0001']);
});

test('an answer that may carry nothing is examined for nothing', () => {
  const answer = { status: 204, headers: {}, text: '', leaks: false, contentType: '', body: undefined };
  const form = new FormCheck(catalogue, 'linked');
  expect(form.check('Any', answer, undefined)).toEqual([]);
  expect(form.check('Any', { ...answer, status: 200 }, undefined)).not.toEqual([]);
});
