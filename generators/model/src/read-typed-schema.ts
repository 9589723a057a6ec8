import { checkBounds } from './check-bounds.ts';
import { checkPattern } from './check-pattern.ts';
import type { Context } from './context.ts';
import { present } from './optional.ts';
import { readEnum } from './read-enum.ts';
import { readLeast } from './read-least.ts';
import { readObject } from './read-object-schema.ts';
import { readSchema } from './read-schema.ts';
import type { ArraySchema, NumberSchema, Schema, StringSchema } from './schema.ts';
import { keywordsByType, restrictingKeywords, typeNames, type TypeName } from './schema-keywords.ts';
import type { SpecNode } from './spec-node.ts';

/** `type` as a list of names; inferred from the keywords when it is absent. */
function readTypeNames(node: SpecNode): TypeName[] {
  const type = node.get('type');
  if (type === undefined) {
    const keys = new Set(node.fields('the schema').map(({ key }) => key));
    // `format` alone says nothing about the type, and JSON Schema lets it stand anywhere.
    return typeNames
      .filter((name) => keywordsByType[name].some((word) => word !== 'format' && keys.has(word)))
      .slice(0, 1);
  }
  const listed = type.isList() ? type.items('`type`') : [];
  const nodes = listed.length > 0 ? listed : [type];
  return [...new Set(nodes.flatMap((item) => item.oneOf('`type`', typeNames) ?? []))];
}

/** The part that `type`, `enum` and `const` contribute; none when the schema names no type. */
export function readTyped(context: Context, node: SpecNode, depth: number): Schema[] {
  const types = readTypeNames(node);
  checkTypeKeywords(context, node, types);
  const values = node.get('enum') ?? node.get('const');
  if (values !== undefined) return [readEnum(context, node, values, types)];
  const nullable = types.includes('null') && types.length > 1;
  const members = types
    .filter((type) => !nullable || type !== 'null')
    .map((type) => readOneType(context, node, type, depth));
  const [first] = members;
  // Of a type that was reported nothing more is to be said: no form of a value, and so nothing that any would lack.
  if (first === undefined)
    return node.get('type') === undefined ? [] : [{ kind: 'union', mode: 'any', members: [] }];
  const schema: Schema = members.length === 1 ? first : { kind: 'union', mode: 'any', members };
  return [nullable ? { ...schema, nullable } : schema];
}

/** JSON Schema ignores `maxLength` of a number; whoever wrote it meant something else, so that is a fault here. */
function checkTypeKeywords({ reader }: Context, node: SpecNode, types: readonly TypeName[]): void {
  if (types.length === 0) return;
  const allows = (key: string): boolean =>
    types.some((type) => (keywordsByType[type] as readonly string[]).includes(key));
  for (const field of node.fields('the schema')) {
    const { key } = field;
    if (!restrictingKeywords.has(key) || allows(key)) continue;
    const allowed = types.flatMap((type) => [...keywordsByType[type]]);
    const hint = 'remove it, or correct `type`';
    reader.report(
      field.location,
      `\`${key}\` has no meaning for type ${types.join(', ')}`,
      allowed.join(', ') || 'no such keyword',
      hint,
    );
  }
}

function readOneType(context: Context, node: SpecNode, type: TypeName, depth: number): Schema {
  switch (type) {
    case 'string':
      return readString(context, node);
    case 'integer':
    case 'number':
      return readNumber(context, node, type);
    case 'array':
      return readArray(context, node, depth);
    case 'object':
      return readObject(context, node, depth);
    case 'boolean':
    case 'null':
      return { kind: type };
  }
}

function readString({ reader }: Context, node: SpecNode): StringSchema {
  const schema = present({
    kind: 'string' as const,
    minLength: readLeast(reader, node, 'minLength', 4096),
    maxLength: node.get('maxLength')?.count('`maxLength`'),
    pattern: node.get('pattern')?.string('`pattern`'),
    patternText: node.get('x-pattern-text')?.string('`x-pattern-text`'),
    format: node.get('format')?.string('`format`'),
  });
  checkBounds(reader, node, ['minLength', schema.minLength], ['maxLength', schema.maxLength]);
  const { faults } = reader;
  checkPattern(reader, node, schema);
  if (reader.faults === faults) return schema;
  // Nothing is tried on a pattern that is reported: it may take forever.
  const { pattern: _pattern, ...rest } = schema;
  return rest;
}

function readNumber({ reader }: Context, node: SpecNode, kind: 'integer' | 'number'): NumberSchema {
  const limit = (key: string): number | undefined => node.get(key)?.number(`\`${key}\``);
  const schema: NumberSchema = present({
    kind,
    minimum: limit('minimum'),
    maximum: limit('maximum'),
    exclusiveMinimum: limit('exclusiveMinimum'),
    exclusiveMaximum: limit('exclusiveMaximum'),
    multipleOf: limit('multipleOf'),
    format: node.get('format')?.string('`format`'),
  });
  checkBounds(reader, node, ['minimum', schema.minimum], ['maximum', schema.maximum]);
  return schema;
}

function readArray(context: Context, node: SpecNode, depth: number): ArraySchema {
  const items = node.get('items');
  const schema: ArraySchema = present({
    kind: 'array' as const,
    items: items === undefined ? ({ kind: 'any' } as const) : readSchema(context, items, depth + 1),
    minItems: readLeast(context.reader, node, 'minItems', 1000),
    maxItems: node.get('maxItems')?.count('`maxItems`'),
    uniqueItems: node.get('uniqueItems')?.boolean('`uniqueItems`'),
  });
  checkBounds(context.reader, node, ['minItems', schema.minItems], ['maxItems', schema.maxItems]);
  return schema;
}
