import { describe } from 'vitest';
import { itReports } from '../support/faults.ts';
import { answerSpec } from '../support/spec-text.ts';

const keywords =
  'title, description, deprecated, default, example, examples, readOnly, writeOnly, externalDocs, $comment, x-source, ' +
  'x-acs-resource, x-enum-descriptions, oneOf, anyOf, allOf, enum, const, $ref, type, minLength, maxLength, pattern, format, ' +
  'x-pattern-text, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, items, minItems, maxItems, uniqueItems, ' +
  'properties, required, additionalProperties, minProperties, maxProperties';

const anyWay = 'remove it, or say the same with a supported one';

/** Keywords that other specs use, with the way around. */
const unsupported = [
  ['nullable: true', "write the type as a list: `type: [string, 'null']`"],
  ['discriminator: {}', 'remove it, and give each member of `oneOf` a property with a `const` of its own'],
  ['not: {}', 'say what is allowed with `enum` or `pattern`'],
  ['if: {}', 'use `oneOf` with one member per case'],
  ['patternProperties: {}', 'use `additionalProperties` with one schema for all values'],
  ['prefixItems: []', 'use an object, or `items` with one schema for all items'],
  ['contentEncoding: base64', 'use `format: byte`'],
  ['$defs: {}', 'move the schema to `components.schemas` and use `$ref`'],
  ['definitions: {}', 'move the schema to `components.schemas` and use `$ref`'],
  ['unevaluatedProperties: false', 'use `additionalProperties` in each member'],
  ['propertyNames: {}', 'describe the names in words'],
  ['contentSchema: {}', 'JSON inside a text is supported as the whole value of a parameter'],
  ['dependentRequired: {}', anyWay],
  ['xml: {}', anyWay],
] as const;

describe('unsupported keywords', () => {
  itReports(
    unsupported.map(([keyword, hint]) => ({
      name: keyword,
      spec: answerSpec(`‸${keyword}`),
      message: `\`${keyword.replace(/:.*/, '')}\` is not supported in the schema`,
      expected: keywords,
      hint,
    })),
  );
});
