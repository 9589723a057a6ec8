import type { Context } from './context.ts';
import type { EnumSchema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';

/** Reads `enum` (given as `values`) or `const`. */
export function readEnum({ reader }: Context, node: SpecNode, values: SpecNode): EnumSchema {
  const items = node.get('enum') === undefined ? [values] : values.items('`enum`');
  const scalars = items.map((item) => item.scalar());
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
  const nullable = scalars.includes(null);
  const descriptions = node.get('x-enum-descriptions')?.fields('`x-enum-descriptions`') ?? [];
  for (const { key, location } of descriptions) {
    if (scalars.some((value) => String(value) === key)) continue;
    reader.report(
      location,
      `\`${key}\` is described but not allowed`,
      scalars.join(', '),
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
