import { idOf } from '@swas/generator-contract-tests';
import { ownError } from '@swas/generator-mock-gateway';
import { expect, test } from 'vitest';
import { catalogue } from '../src/generated/catalogue.ts';
import { FormCheck, GATEWAY_BODY } from '../src/run/check-form.ts';
import { mockIds, mockStock } from '../src/state/mock-state.ts';

test('ids for a mock gateway are of the form that their schema asks for', () => {
  expect(mockIds(2, { prefix: 'vpc-', digits: 4 })).toEqual(['vpc-0001', 'vpc-0002']);
});

test('they are the ids that the generator has checked against the schemas', () => {
  const own = catalogue.resources['CustomImage']!.form;
  for (const each of [own, { prefix: 'd-', digits: 2 }, { prefix: '', digits: 8 }])
    expect(mockIds(3, each, 198)).toEqual([198, 199, 200].map((number) => idOf(each, number)));
});

test('a mock gateway is stocked with every kind, and no id belongs to two', () => {
  const facts = { initial: 'here', absent: 'gone', example: 'x' };
  const resources = {
    Disk: { ...facts, form: { prefix: 'd-', digits: 2 } },
    Image: { ...facts, form: { prefix: 'm-', digits: 2 } },
    Copy: { ...facts, form: { prefix: 'm-', digits: 3 } },
  };
  expect(mockStock(2, ['Disk', 'Image', 'Copy'], resources)).toEqual({
    Disk: ['d-01', 'd-02'],
    Image: ['m-01', 'm-02'],
    Copy: ['m-003', 'm-004'],
  });
});

test('a refusal of the gateway is taken to hold what a mock gateway gives it', () => {
  expect(Object.keys(ownError)).toEqual(expect.arrayContaining(Object.keys(GATEWAY_BODY)));
});

test('an answer that may carry nothing is examined for nothing', () => {
  const answer = { status: 204, headers: {}, text: '', leaks: false, contentType: '', body: undefined };
  const form = new FormCheck(catalogue, 'linked');
  expect(form.check('Any', answer, undefined)).toEqual([]);
  expect(form.check('Any', { ...answer, status: 200 }, undefined)).not.toEqual([]);
});
