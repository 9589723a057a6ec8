import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emitPackage, jsonParameter } from './emit-package.ts';
import type { EmittedPackage } from './emit-package.ts';

const node = {
  type: 'object',
  required: ['Name'],
  properties: {
    Name: { type: 'string', minLength: 2 },
    Children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
    constructor: { type: 'integer' },
  },
  additionalProperties: { type: 'boolean' },
};

let emitted: EmittedPackage;

beforeAll(async () => {
  emitted = await emitPackage(
    {
      Mixed: [
        jsonParameter('Tree', { $ref: '#/components/schemas/Node' }),
        jsonParameter('Union', {
          oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'integer', minimum: 1 } }],
        }),
        jsonParameter('Both', {
          allOf: [
            { type: 'object', properties: { A: { type: 'string' } }, required: ['A'] },
            { type: 'object', properties: { B: { type: 'number', multipleOf: 2 } } },
          ],
        }),
        jsonParameter('Maybe', {
          type: ['object', 'null'],
          properties: { Day: { type: 'string', format: 'date' } },
          additionalProperties: false,
        }),
        jsonParameter('Unique', {
          type: 'array',
          uniqueItems: true,
          items: { type: 'object', properties: { Id: { type: 'integer' } } },
        }),
        jsonParameter('Anything', {}),
        jsonParameter('Numbers', { type: 'array', items: { type: 'integer' } }),
        { name: 'Level', in: 'query', schema: { enum: [1, 2, 'all', true] } },
        { name: 'Code', in: 'query', schema: { type: 'string', pattern: '^m-[0-9]+$' } },
        { name: 'odd-name.x', in: 'query', schema: { type: 'integer', exclusiveMinimum: 0 } },
      ],
    },
    { Node: node },
  );
});

afterAll(() => emitted.remove());

const validate = (value: unknown): readonly string[] => {
  const { mixed } = emitted.validators;
  const result = mixed?.validate(value);
  expect(mixed?.is(value)).toBe(result?.ok);
  return (result?.issues ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('any schema', () => {
  it('bounds a list of scalars that the spec does not bound, like any other', () => {
    let read = 0;
    const list = new Proxy<number[]>([], {
      get: (target, name) =>
        name === 'length'
          ? 2 ** 32 - 1
          : /^\d+$/.test(String(name))
            ? (read += 1)
            : Reflect.get(target, name),
    });
    expect(validate({ Numbers: list })).toEqual([' size']);
    expect(read).toBe(0);
    expect(validate({ Numbers: Array.from({ length: 10_000 }, (_, index) => index) })).toEqual([]);
  });

  it('shows a pattern that has no words', () => {
    const [issue] = emitted.validators['mixed']?.validate({ Code: 'm-' }).issues ?? [];
    expect(issue?.message).toBe('Code must match ^m-[0-9]+$, not m-.');
  });

  it('follows recursive references', () => {
    expect(validate({ Tree: { Name: 'ab', Children: [{ Name: 'cd', Extra: true }] } })).toEqual([]);
    expect(validate({ Tree: { Name: 'ab', Children: [{ Name: 'c' }, { Extra: 1 }] } })).toEqual([
      '/Tree/Children/0/Name minLength',
      '/Tree/Children/1/Extra type',
      '/Tree/Children/1/Name required',
    ]);
  });

  it('keeps names that every object inherits apart from its own', () => {
    expect(validate({ Tree: { Name: 'ab' } })).toEqual([]);
    expect(validate({ Tree: { Name: 'ab', constructor: 'x' } })).toEqual(['/Tree/constructor type']);
  });

  it('explains unions by the member that was meant', () => {
    expect(validate({ Union: 'a' })).toEqual([]);
    expect(validate({ Union: [1] })).toEqual([]);
    expect(validate({ Union: [1, 0] })).toEqual(['/Union/1 minimum']);
    expect(validate({ Union: 5 })).toEqual(['/Union type']);
    expect(emitted.validators['mixed']?.validate({ Union: 5 }).issues?.[0]?.message).toBe(
      'Union must be a string or an array, not a number.',
    );
  });

  it('demands all members of an intersection', () => {
    expect(validate({ Both: { A: 'a', B: 4 } })).toEqual([]);
    expect(validate({ Both: { B: 3 } })).toEqual(['/Both/A required', '/Both/B multipleOf']);
  });

  it('takes null where it is allowed, and only there', () => {
    expect(validate({ Maybe: null })).toEqual([]);
    expect(validate({ Maybe: { Day: '2026-02-29' } })).toEqual(['/Maybe/Day format']);
    expect(validate({ Maybe: { Dey: 'x' } })).toEqual(['/Maybe/Dey additionalProperties']);
    expect(validate({ Tree: null })).toEqual(['/Tree type']);
  });

  it('compares items as JSON', () => {
    expect(validate({ Unique: [{ Id: 1 }, { Id: 2 }] })).toEqual([]);
    expect(
      validate({
        Unique: [
          { Id: 1, a: 2 },
          { a: 2, Id: 1 },
        ],
      }),
    ).toEqual(['/Unique uniqueItems']);
  });

  it('allows values of several types in one enum', () => {
    for (const value of [1, 2, 'all', true]) expect(validate({ Level: value })).toEqual([]);
    expect(validate({ Level: '1' })).toEqual(['/Level enum']);
  });

  it('reads names that are no identifiers', () => {
    expect(validate({ 'odd-name.x': 1 })).toEqual([]);
    expect(validate({ 'odd-name.x': 0 })).toEqual(['/odd-name.x exclusiveMinimum']);
  });

  it('copies what it accepts', () => {
    const tree = { Name: 'ab', Children: [{ Name: 'cd' }] };
    const result = emitted.validators['mixed']?.validate({ Tree: tree, Anything: tree });
    tree.Children[0] = { Name: 'changed' };
    expect(result).toEqual({
      ok: true,
      value: {
        Tree: { Name: 'ab', Children: [{ Name: 'cd' }] },
        Anything: { Name: 'ab', Children: [{ Name: 'cd' }] },
      },
    });
  });

  it('refuses what nests too deep, refers to itself or grows without end', () => {
    const cycle: Record<string, unknown> = { Name: 'ab' };
    cycle['Children'] = [cycle];
    expect(validate({ Tree: cycle })).toEqual([' size']);
    expect(
      emitted.validators['mixed']?.fromQuery({ Anything: '['.repeat(4000) + ']'.repeat(4000) }).issues?.[0]
        ?.code,
    ).toBe('size');
    // Each level holds the one below twice: 60 objects, which a walk would see as 2^60.
    let doubled: unknown = [];
    for (let level = 0; level < 60; level += 1) doubled = [doubled, doubled];
    expect(validate({ Anything: doubled })).toEqual([' size']);
    expect(validate({ Anything: Array.from({ length: 99_000 }, () => 0) })).toEqual([]);
  });

  it('has a guard that agrees', () => {
    expect(emitted.guards['mixed']?.({ Level: 2 })).toBe(true);
    expect(emitted.guards['mixed']?.({ Level: 3 })).toBe(false);
  });
});
