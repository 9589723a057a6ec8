import { expect, test } from 'vitest';
import { apiKnowledge } from '../src/knowledge/api-knowledge.ts';
import { lamps } from './models.ts';

const { outcomes, prove } = apiKnowledge(lamps);

const facts = outcomes.map(
  ({ shape, state, after, status, code }) =>
    `${shape.operation} ${state} → ${after} ${status}${code === undefined ? '' : ` ${code}`}`,
);

test('the workflows teach what each call does in each state', () => {
  expect(facts.toSorted()).toEqual([
    'ScrapLamps dark → scrapped 200',
    'ScrapLamps lit → lit 400 LampIsLit',
    'ScrapLamps scrapped → scrapped 404 NoLamp',
    'SwitchLamp dark → lit 200',
    'SwitchLamp lit → dark 200',
    'SwitchLamp scrapped → scrapped 404 NoLamp',
  ]);
});

test('a workflow that repeats a token teaches nothing about plain calls', () => {
  // `repeat` lights a lamp twice; read as plain calls, its last call would leave the lamp dark.
  expect(facts).not.toContain('SwitchLamp dark → dark 200');
});

test('a state is proven by the call that spares the resource', () => {
  const lit = prove('Lamp', 'lit', ['dark', 'scrapped']);
  expect(lit?.after).toBe('lit');
  expect(lit?.steps.map(({ shape }) => shape.operation)).toEqual(['ScrapLamps']);
  // Scrapping it would prove more, but use it up.
  expect(prove('Lamp', 'dark', ['scrapped'])?.after).toBe('lit');
  expect(prove('Lamp', 'dark', ['lit'])?.after).toBe('scrapped');
});

test('what no answer tells apart cannot be proven', () => {
  expect(prove('Lamp', 'dark', ['unheard-of'])).toBeUndefined();
});
