import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emitPackage, jsonParameter } from './emit-package.ts';
import type { EmittedPackage } from './emit-package.ts';

let emitted: EmittedPackage;

beforeAll(async () => {
  const tag = {
    type: 'object',
    required: ['Key'],
    properties: { Key: { type: 'string' }, Count: { type: 'integer' } },
    additionalProperties: false,
  };
  emitted = await emitPackage({
    Find: [
      { name: 'Size', in: 'query', schema: { type: 'integer', minimum: 1 } },
      { name: 'Dry', in: 'query', schema: { type: 'boolean' } },
      { name: 'Level', in: 'query', schema: { enum: [1, 'all'] } },
      {
        name: 'Ids',
        in: 'query',
        style: 'form',
        explode: false,
        schema: { type: 'array', items: { type: 'integer' } },
      },
      { name: 'Tag', in: 'query', 'x-acs-style': 'flat', schema: { type: 'array', maxItems: 3, items: tag } },
      {
        name: 'Meta',
        in: 'query',
        'x-acs-style': 'flat',
        schema: { type: 'object', additionalProperties: { type: 'number' } },
      },
      jsonParameter('Filter', {
        type: 'object',
        properties: { A: { type: 'array', items: { type: 'string' } } },
      }),
    ],
  });
});

afterAll(() => emitted.remove());

function read(query: string | URLSearchParams | Record<string, string | string[]>): unknown {
  const result = emitted.validators['find']?.fromQuery(query);
  return result?.ok === true ? result.value : result?.issues.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('fromQuery', () => {
  it('decodes every serialization', () => {
    expect(
      read(
        'Size=3&Dry=true&Level=1&Ids=1,2&Tag.1.Key=a&Tag.1.Count=5&Tag.2.Key=b&Meta.x=1.5&Filter={"A":["q"]}',
      ),
    ).toEqual({
      Size: 3,
      Dry: true,
      Level: 1,
      Ids: [1, 2],
      Tag: [{ Key: 'a', Count: 5 }, { Key: 'b' }],
      Meta: { x: 1.5 },
      Filter: { A: ['q'] },
    });
  });

  it('reads URLSearchParams and records alike', () => {
    expect(read(new URLSearchParams({ Size: '3', 'Tag.1.Key': 'a' }))).toEqual({
      Size: 3,
      Tag: [{ Key: 'a' }],
    });
    expect(read({ Size: '3', 'Tag.1.Key': ['a'] })).toEqual({ Size: 3, Tag: [{ Key: 'a' }] });
  });

  it.each([
    ['Size=three', ['/Size type']],
    ['Size=0x10', ['/Size type']],
    ['Size=1&Size=2', ['/Size repeated']],
    ['Dry=yes', ['/Dry type']],
    ['Ids=1,x', ['/Ids/1 type']],
    ['Tag.2.Key=a', ['/Tag type']],
    ['Tag.1.Key=a&Tag.1.Kye=b', ['/Tag/0/Kye additionalProperties']],
    ['Tag.1.Count=1', ['/Tag/0/Key required']],
    ['Tag.1.Key=a&Tag.1.Key=b', ['/Tag.1.Key repeated']],
    ['Tag.1.Key.Deep=a', ['/Tag/0/Key type']],
    ['Meta=5', ['/Meta type']],
    ['Filter={', ['/Filter json']],
    ['Filter={"A":["q",1]}', ['/Filter/A/1 type']],
    ['__proto__=1&constructor=2', ['/__proto__ additionalProperties', '/constructor additionalProperties']],
    ['Tag.__proto__.Key=a', ['/Tag type']],
  ])('refuses %s', (query, issues) => {
    expect(read(query)).toEqual(issues);
  });

  it('leaves out undeclared names when asked to', () => {
    expect(emitted.validators['find']?.fromQuery('Size=1&Action=Find', { unknown: 'ignore' })).toEqual({
      ok: true,
      value: { Size: 1 },
    });
  });
});
