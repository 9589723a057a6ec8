import type { Context } from './context.ts';
import { present } from './optional.ts';
import { readLeast } from './read-least.ts';
import { readSchema } from './read-schema.ts';
import type { ObjectSchema, Property, Schema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';

/** Reads the object keywords of a schema. */
export function readObject(context: Context, node: SpecNode, depth: number): ObjectSchema {
  const required = new Set(
    node
      .get('required')
      ?.items('`required`')
      .map((item) => item.string('the name')),
  );
  const declared = node.get('properties')?.fields('`properties`') ?? [];
  const properties = declared.map(({ key, value }): Property => ({
    name: key,
    required: required.delete(key),
    schema: readSchema(context, value, depth + 1),
  }));
  // A name that is required without being described may hold anything.
  for (const name of required) {
    if (name !== undefined) properties.push({ name, required: true, schema: { kind: 'any' } });
  }
  return present({
    kind: 'object' as const,
    properties,
    additional: readAdditional(context, node, depth),
    minProperties: readLeast(context.reader, node, 'minProperties', 1000),
    maxProperties: node.get('maxProperties')?.count('`maxProperties`'),
  });
}

function readAdditional(context: Context, node: SpecNode, depth: number): Schema | boolean {
  const additional = node.get('additionalProperties');
  if (additional === undefined) return true;
  const flag = additional.scalar();
  return typeof flag === 'boolean' ? flag : readSchema(context, additional, depth + 1);
}
