/** Keywords that say something about a value without restricting it. */
export const annotationKeywords = [
  'title',
  'description',
  'deprecated',
  'default',
  'example',
  'examples',
  'readOnly',
  'writeOnly',
  'externalDocs',
  '$comment',
  'x-source',
  'x-acs-resource',
  'x-enum-descriptions',
] as const;

const stringKeywords = ['minLength', 'maxLength', 'pattern', 'format', 'x-pattern-text'];
const numberKeywords = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format'];

/** Restricting keywords by the type that they belong to. */
export const keywordsByType = {
  string: stringKeywords,
  number: numberKeywords,
  integer: numberKeywords,
  boolean: [],
  null: [],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties'],
} as const;

/** Every keyword that belongs to some type. */
export const restrictingKeywords: ReadonlySet<string> = new Set(Object.values(keywordsByType).flat());

/** A JSON Schema type name. */
export type TypeName = keyof typeof keywordsByType;

export const typeNames = Object.keys(keywordsByType) as TypeName[];

/** Keywords that combine schemas or list values; each is read on its own. */
export const combiningKeywords = ['oneOf', 'anyOf', 'allOf', 'enum', 'const', '$ref', 'type'] as const;

/** Keywords that a text parameter may carry to say that its value is JSON text. */
export const contentKeywords = ['contentMediaType', 'contentSchema'] as const;

/** What people meet in other specs and we do not emit, with the way around. */
export const wayAround: Readonly<Record<string, string>> = {
  nullable: "write the type as a list: `type: [string, 'null']`",
  discriminator: 'remove it, and give each member of `oneOf` a property with a `const` of its own',
  not: 'say what is allowed with `enum` or `pattern`',
  if: 'use `oneOf` with one member per case',
  patternProperties: 'use `additionalProperties` with one schema for all values',
  prefixItems: 'use an object, or `items` with one schema for all items',
  contentEncoding: 'use `format: byte`',
  $defs: 'move the schema to `components.schemas` and use `$ref`',
  definitions: 'move the schema to `components.schemas` and use `$ref`',
  unevaluatedProperties: 'use `additionalProperties` in each member',
  propertyNames: 'describe the names in words',
  contentSchema: 'JSON inside a text is supported as the whole value of a parameter',
  contentMediaType: 'JSON inside a text is supported as the whole value of a parameter',
  'x-acs-style': 'move it from the schema to its parameter',
};
