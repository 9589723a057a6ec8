import type { JsonValue } from './api-model.ts';
import type { Context } from './context.ts';
import { present } from './optional.ts';
import { checkExternalDocs } from './read-info.ts';
import { readSource } from './read-source.ts';
import { resolveReference } from './references.ts';
import { readTyped } from './read-typed-schema.ts';
import { noteAnnotations, schemaExamples } from './schema-examples.ts';
import type { Annotations, Schema } from './schema.ts';
import { annotationKeywords, combiningKeywords, keywordsByType, wayAround } from './schema-keywords.ts';
import type { SpecNode } from './spec-node.ts';
import type { KeySet } from './key-set.ts';

/** Deepest nesting of inline schemas; named ones may refer to each other without limit. */
const maximumDepth = 100;

const keywordNames: KeySet = new Set<string>([
  ...annotationKeywords,
  ...combiningKeywords,
  ...Object.values(keywordsByType).flat(),
]);

/** Reads a schema; reports what it does not support. After a report the answer is some schema, never used. */
export function readSchema(context: Context, node: SpecNode, depth = 0): Schema {
  if (depth > maximumDepth) {
    context.reader.report(
      node.location,
      'the schema nests too deeply',
      `at most ${maximumDepth} levels`,
      'use `$ref`',
    );
    return { kind: 'any' };
  }
  if (typeof node.scalar() === 'boolean') return readBooleanSchema(context, node);
  if (!node.isMap()) {
    node.fields('the schema');
    return { kind: 'any' };
  }
  context.reader.checkKeys(node, 'the schema', keywordNames, wayAround);
  checkExternalDocs(context.reader, node);
  const annotations = readAnnotations(context, node);
  const parts = [...readCombined(context, node, depth), ...readTyped(context, node, depth)];
  const schema = { ...combined(parts), ...annotations };
  noteAnnotations(context, node, schema);
  return schema;
}

function combined(parts: readonly Schema[]): Schema {
  const [only] = parts;
  if (only === undefined) return { kind: 'any' };
  return parts.length === 1 ? only : { kind: 'intersection', members: parts };
}

function readBooleanSchema({ reader }: Context, node: SpecNode): Schema {
  if (node.scalar() === false) {
    reader.report(
      node.location,
      'the schema `false` allows no value',
      'a schema',
      'remove what it belongs to',
    );
  }
  return { kind: 'any' };
}

function readAnnotations(context: Context, node: SpecNode): Annotations {
  const text = (key: string): string | undefined => node.get(key)?.string(`\`${key}\``);
  const flag = (key: string): boolean | undefined => node.get(key)?.boolean(`\`${key}\``);
  const value = (key: string): JsonValue | undefined => node.get(key)?.json(`\`${key}\``);
  return present({
    title: text('title'),
    description: text('description'),
    deprecated: flag('deprecated'),
    default: value('default'),
    example: schemaExamples(node)[0]?.json('the example'),
    readOnly: flag('readOnly'),
    writeOnly: flag('writeOnly'),
    resource: text('x-acs-resource'),
    source: readSource(context, node),
  });
}

/** The parts that `$ref`, `allOf`, `oneOf` and `anyOf` contribute; each must hold besides the typed part. */
function readCombined(context: Context, node: SpecNode, depth: number): Schema[] {
  const parts: Schema[] = [];
  if (node.get('$ref') !== undefined) {
    const target = resolveReference(context.reader, node);
    parts.push({ kind: 'reference', name: target === undefined ? '' : context.schemas.register(target) });
  }
  const members = (key: string): Schema[] => {
    const list = node.get(key);
    const items = list?.items(`\`${key}\``) ?? [];
    if (list?.isList() && items.length === 0) {
      context.reader.report(
        list.location,
        `\`${key}\` is empty`,
        'at least one schema',
        'add one, or remove the keyword',
      );
    }
    return items.map((item) => readSchema(context, item, depth + 1));
  };
  parts.push(...members('allOf'));
  if (node.get('oneOf') !== undefined) parts.push({ kind: 'union', mode: 'one', members: members('oneOf') });
  if (node.get('anyOf') !== undefined) parts.push({ kind: 'union', mode: 'any', members: members('anyOf') });
  return parts;
}
