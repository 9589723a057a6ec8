import type { ApiModel, Operation, Schema } from '@swas/generator-model';
import { describe, expect, it } from 'vitest';
import { resourceIds } from '../src/knowledge/resource-ids.ts';
import { lamps } from './models.ts';

/** An API whose only parameter takes the id of a thing. */
function modelWith(schema: Schema, example?: string): ApiModel {
  const [operation] = lamps.operations as readonly [Operation];
  const { example: _example, ...base } = operation.parameters[0]!;
  const parameter = {
    ...base,
    name: 'ThingId',
    schema: schema.kind === 'array' ? schema : { ...schema, resource: 'Thing' },
    ...(example === undefined ? {} : { example }),
  };
  const resources = [{ name: 'Thing', states: ['here', 'gone'], initial: 'here', absent: 'gone' }];
  return { ...lamps, operations: [{ ...operation, parameters: [parameter] }], resources };
}

const idsOf = (schema: Schema, example?: string) => resourceIds(modelWith(schema, example))['Thing'];

describe('ids of resources', () => {
  it('are the usual ones where anything will do', () => {
    const form = { prefix: 'm-contract', digits: 12 };
    expect(idsOf({ kind: 'string' }, 'x-12****')).toEqual({ example: 'x-12****', form });
    expect(idsOf({ kind: 'string' })).toEqual({ example: 'Thing-00000000', form });
  });

  it.each<[string, Schema, string | undefined, object]>([
    ['pattern', { kind: 'string', pattern: '^vpc-' }, undefined, { prefix: 'vpc-contract', digits: 12 }],
    ['digits', { kind: 'string', pattern: '^[0-9]{8}$' }, undefined, { prefix: '', digits: 8 }],
    ['length', { kind: 'string', maxLength: 8 }, undefined, { prefix: '', digits: 8 }],
    [
      'shown id',
      { kind: 'string', pattern: String.raw`^(?=rm-)[\w-]+$` },
      'rm-uf62****',
      { prefix: 'rm-contract', digits: 12 },
    ],
    [
      'list',
      { kind: 'array', items: { kind: 'string', pattern: '^i-[a-z]+', resource: 'Thing' } },
      undefined,
      { prefix: 'i-contract', digits: 12 },
    ],
  ])('are of another form where the schema asks for it: %s', (_name, schema, example, form) => {
    expect(idsOf(schema, example)).toMatchObject({ form });
  });
});
