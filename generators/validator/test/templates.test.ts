import type { JsonSchema } from '@swas/generator-model';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../src/compile.ts';
import { editParameter } from '../src/edit/index.ts';
import type { EditedParameter } from '../src/edit/index.ts';
import { fillIn, nameStandIn, templateOf } from '../src/parameter-templates.ts';

const texts = new Map<string, string>();
const options = { functionNames: new Map<string, string>(), formatFunctions: [], patternTexts: texts };

function directly(name: string, schema: JsonSchema): EditedParameter {
  const place = { name, variable: `p_${name}`, secret: false };
  return editParameter(createCompiler().compile(schema), place, options);
}

describe('a parameter of a kind that was compiled before', () => {
  it.each<[string, JsonSchema]>([
    ['Name', { type: 'string', minLength: 3, maxLength: 64, pattern: '^[a-z]{2,64}$' }],
    ['Names', { type: 'array', minItems: 2, maxItems: 64, items: { type: 'string', maxLength: 64 } }],
    ['Count', { type: 'integer', minimum: 64, maximum: 64 }],
    ['_7919000000001', { type: 'string', maxLength: 8 }],
    ['Choice', { anyOf: [{ type: 'string', maxLength: 2 }, { enum: [7, { maxLength: 5 }.maxLength] }] }],
    [
      'Filter',
      {
        type: 'object',
        minProperties: 2,
        maxProperties: 3,
        properties: { maxLength: { type: 'string', maxLength: 1 } },
        additionalProperties: { type: 'array', maxItems: 9 },
      },
    ],
  ])('is checked as if it had been compiled by itself: %s', (name, schema) => {
    const template = templateOf(name, schema, texts);
    if (template === undefined) throw new Error('no template');
    expect(fillIn(directly(nameStandIn, template.schema), template)).toEqual(directly(name, schema));
  });

  it('is compiled by itself where a stand-in could be mistaken', () => {
    expect(templateOf('Tag.Key', { type: 'string' }, texts)).toBeUndefined();
    expect(templateOf('Name', { enum: [nameStandIn] }, texts)).toBeUndefined();
    expect(templateOf('Name', { type: 'integer', maximum: 7_919_000_000_001 }, texts)).toBeUndefined();
    expect(templateOf('Name', { type: 'string' }, new Map([['^a$', `be ${nameStandIn}`]]))).toBeUndefined();
  });
});
