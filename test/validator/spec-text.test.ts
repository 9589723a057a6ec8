import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { emitPackage, jsonParameter } from './emit-package.ts';

/** A spec is untrusted: whatever stands in it stays data. */
const evil = [
  `'+process.exit(9)+'`,
  '`${process.exit(9)}`',
  '*/process.exit(9)/*',
  '\u2028process.exit(9)',
  '"];process.exit(9);["',
  'a/b~c',
  '',
  ' ',
];

it('keeps names, values, patterns and descriptions data', async () => {
  const properties = Object.fromEntries(evil.map((name) => [name, { type: 'string', description: name }]));
  const emitted = await emitPackage({
    Odd: [
      jsonParameter('Value', { type: 'object', properties, additionalProperties: false }),
      { name: 'Choice', in: 'query', schema: { enum: evil } },
      {
        name: 'Text',
        in: 'query',
        description: '*/ process.exit(9) /*',
        schema: { type: 'string', pattern: '^[/`$\\u2028]*$' },
      },
    ],
  });
  const { odd } = emitted.validators;
  for (const text of evil) {
    expect(odd?.validate({ Choice: text }).ok).toBe(true);
    expect(odd?.validate({ Value: { [text]: 'x' } }).ok).toBe(true);
    expect(odd?.validate({ Value: { [text]: 1 } }).issues?.[0]?.path).toEqual(['Value', text]);
  }
  expect(odd?.validate({ Text: '/`$\u2028' }).ok).toBe(true);
  const unknown = string({ unit: 'binary', maxLength: 20 }).filter((name) => !evil.includes(name));
  assert(
    property(unknown, (name) => {
      const issues = odd?.validate({ Value: JSON.parse(`{${JSON.stringify(name)}:1}`) as unknown }).issues;
      expect(issues?.map(({ path }) => path)).toEqual([['Value', name]]);
    }),
  );
  emitted.remove();
});

it('emits no import but of its own files, and no code from text', async () => {
  const emitted = await emitPackage({
    Plain: [
      jsonParameter('Ids', {
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', format: 'uuid', maxLength: 40 },
      }),
    ],
  });
  for (const [path, content] of emitted.files) {
    const sources = [...content.matchAll(/from '([^']+)'/g)].map(([, source]) => source);
    expect(
      sources.filter((source) => !source?.startsWith('.')),
      path,
    ).toEqual([]);
    expect(content, path).not.toMatch(/\brequire\s*\(|\beval\s*\(|\bnew Function|\bimport\s*\(/);
  }
  emitted.remove();
});
