import type { Context } from './context.ts';
import type { Reader } from './reader.ts';
import type { EnumSchema } from './schema.ts';
import { restrictingKeywords, type TypeName } from './schema-keywords.ts';
import type { SpecNode } from './spec-node.ts';

const typeOf = (value: string | number | boolean | null): readonly TypeName[] => {
  if (value === null) return ['null'];
  if (typeof value !== 'number') return [typeof value as 'string' | 'boolean'];
  return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
};

/** YAML reads `[1, 2]` as numbers; under `type: string` no value at all would be allowed. */
function checkTypes(reader: Reader, items: readonly SpecNode[], types: readonly TypeName[]): void {
  if (types.length === 0) return;
  for (const item of items) {
    const value = item.scalar();
    if (value === undefined || typeOf(value).some((type) => types.includes(type))) continue;
    const hint = types.includes('string')
      ? `put it in quotes: '${item.source}'`
      : 'correct the value, or `type`';
    reader.report(
      item.location,
      `the allowed value \`${item.source}\` is not of its type`,
      types.join(', '),
      hint,
    );
  }
}

/** Allowed values named at most in a diagnostic. */
const mostNamed = 20;

/** What else restricts a listed value is already decided by the list. */
function checkOthers(reader: Reader, node: SpecNode): void {
  for (const field of node.fields('the schema')) {
    const { key } = field;
    const useless = key === 'const' ? node.get('enum') !== undefined : restrictingKeywords.has(key);
    if (!useless || key === 'format') continue;
    const hint = `remove \`${key}\`, and list exactly the values that are allowed`;
    reader.report(
      field.location,
      `\`${key}\` stands beside a list of values`,
      '`enum` or `const` alone',
      hint,
    );
  }
}

/** Reads `enum` (given as `values`) or `const`. */
export function readEnum(
  { reader }: Context,
  node: SpecNode,
  values: SpecNode,
  types: readonly TypeName[],
): EnumSchema {
  checkOthers(reader, node);
  const items = node.get('enum') === undefined ? [values] : values.items('`enum`');
  const scalars = items.map((item) => item.exactScalar());
  if (items.length === 0 || scalars.includes(undefined)) {
    const hint =
      node.get('enum') === undefined ? 'use an object schema with `const` properties' : 'list the values';
    reader.report(
      values.location,
      'the allowed values are empty or no scalars',
      'texts, numbers or booleans',
      hint,
    );
  }
  checkTypes(reader, items, types);
  const nullable = scalars.includes(null);
  const descriptions = node.get('x-enum-descriptions')?.fields('`x-enum-descriptions`') ?? [];
  const texts = new Set(scalars.map(String));
  for (const field of descriptions) {
    const { key } = field;
    if (texts.has(key)) continue;
    reader.report(
      field.location,
      `\`${key}\` is described but not allowed`,
      scalars.slice(0, mostNamed).join(', '),
      'add it to `enum` or remove it',
    );
  }
  return {
    kind: 'enum',
    values: scalars.filter((value) => value !== undefined && value !== null),
    valueDescriptions: Object.fromEntries(
      descriptions.map(({ key, value }) => [key, value.string('the description') ?? '']),
    ),
    ...(nullable ? { nullable } : {}),
  };
}
