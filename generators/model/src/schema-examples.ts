import type { Context } from './context.ts';
import type { JsonValue } from './api-model.ts';
import type { Schema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';

/** What a schema gives as examples of its values: `example`, then those of `examples`. */
export function schemaExamples(node: SpecNode): readonly SpecNode[] {
  const listed = node.get('examples')?.items('`examples`') ?? [];
  return [node.get('example'), ...listed].filter((given) => given !== undefined);
}

/** Has what a schema says of its own values checked. */
export function noteAnnotations({ values }: Context, node: SpecNode, schema: Schema): void {
  const held: { default?: JsonValue; example?: JsonValue } = schema;
  const initial = node.get('default');
  if (initial !== undefined && held.default !== undefined) {
    const drop = (): void => void delete held.default;
    values.note({ node: initial, schema, value: held.default, what: 'default', drop });
  }
  for (const [index, example] of schemaExamples(node).entries()) {
    const isFirst = index === 0;
    const value = isFirst ? held.example : example.json('the example');
    const drop = (): void => void (isFirst && delete held.example);
    if (value !== undefined) values.note({ node: example, schema, value, what: 'example', drop });
  }
}
