import { describe } from 'vitest';
import { itReports } from '../support/faults.ts';
import { head, operationSpec, responses } from '../support/spec-text.ts';

const paths = `paths: { /Act: { post: { operationId: Act, ${responses} } } }\n`;

describe('YAML', () => {
  itReports([
    {
      name: 'bad indentation',
      spec: 'openapi: ‸3.1.0\n  paths: {}\n',
      message: 'Nested mappings are not allowed in compact mappings',
      expected: 'well-formed YAML',
      hint: 'a line is indented further than the one it belongs to, or a text that holds `: ` needs quotes',
    },
    {
      name: 'an open bracket',
      spec: 'openapi: 3.1.0\ntags: [a, b\n‸',
      message: 'Flow sequence in block collection must be sufficiently indented and end with a ]',
      expected: 'well-formed YAML',
      hint: 'close the bracket or quote that is open, and indent the line like its neighbours',
    },
    {
      name: 'tabs as indentation',
      spec: 'openapi: 3.1.0\ninfo:\n‸\ttitle: T\n',
      message: 'Tabs are not allowed as indentation',
      expected: 'well-formed YAML',
      hint: 'indent by spaces',
    },
    {
      name: 'two documents in one file',
      spec: `${head}${paths}‸---\n{}\n`,
      message: 'the file holds more than one document',
      expected: 'well-formed YAML',
      hint: 'a spec is one document: remove the second `---` and what follows',
    },
    {
      name: 'an empty file',
      spec: '‸',
      message: 'the file holds no mapping',
      expected: 'an OpenAPI 3.1 document',
      hint: 'start with `openapi: 3.1.0`',
    },
    {
      name: 'a file with only comments',
      spec: '‸# nothing\n',
      message: 'the file holds no mapping',
      expected: 'an OpenAPI 3.1 document',
      hint: 'start with `openapi: 3.1.0`',
    },
    {
      name: 'a list',
      spec: '‸- openapi\n',
      message: 'the file holds no mapping',
      expected: 'an OpenAPI 3.1 document',
      hint: 'start with `openapi: 3.1.0`',
    },
    {
      name: 'a key twice',
      spec: `${head}‸x-acs-product: other\n${paths}`,
      message: 'the key `x-acs-product` stands twice',
      expected: 'each key once',
      hint: 'remove or rename one of the two',
    },
    {
      name: 'a key twice in flow style',
      spec: operationSpec('tags: [a]\nx-acs-ram: { action: a:B, ‸action: a:C }'),
      message: 'the key `action` stands twice',
      expected: 'each key once',
      hint: 'remove or rename one of the two',
    },
    {
      name: 'a key that is a list',
      spec: `${head}${paths}? ‸[a, b]\n: 1\n`,
      message: 'a key is no scalar',
      expected: 'a text as key',
      hint: 'write the key as plain text',
    },
    {
      name: 'a merge key',
      spec: operationSpec('‸<<: { tags: [a] }'),
      message: '`<<` is not supported in the operation',
      expected:
        'tags, summary, description, operationId, parameters, requestBody, responses, deprecated, security, externalDocs, x-source, x-acs-effect, x-acs-ram, x-acs-idempotency-parameter, x-open-questions, x-acs-unchecked',
      hint: 'YAML 1.2 has no merge keys: write the fields out, or share them by `$ref`',
    },
    {
      name: 'an alias without an anchor',
      spec: operationSpec('tags: [a]\nsummary: ‸*text'),
      message: 'the alias `*text` names no anchor',
      expected: 'an alias of something above it',
      hint: 'use `$ref`, or write it out',
    },
    {
      name: 'an alias inside what it names',
      spec: operationSpec('parameters: &all\n  - ‸*all'),
      message: 'the alias `*all` stands inside what it names',
      expected: 'an alias of something above it',
      hint: 'use `$ref`, or write it out',
    },
    {
      name: 'a number with YAML 1.1 in view: a timestamp',
      spec: `%YAML 1.1\n---\nopenapi: 3.1.0\nx-acs-product: shop\nx-acs-version: ‸2020-06-01\n${paths}`,
      message: '`x-acs-version` is `2020-06-01`',
      expected: 'a text',
      hint: "put it in quotes: '2020-06-01'",
    },
  ]);
});

describe('the document', () => {
  itReports([
    {
      name: 'OpenAPI 3.0',
      spec: `openapi: ‸3.0.3\nx-acs-product: shop\nx-acs-version: '1'\n${paths}`,
      message: '`openapi` is no 3.1 version',
      expected: '`openapi: 3.1.0`',
      hint: 'write or upgrade the spec as OpenAPI 3.1',
    },
    {
      name: 'no `openapi`',
      spec: `‸x-acs-product: shop\nx-acs-version: '1'\n${paths}`,
      message: '`openapi` is no 3.1 version',
      expected: '`openapi: 3.1.0`',
      hint: 'write or upgrade the spec as OpenAPI 3.1',
    },
    {
      name: 'no product',
      spec: `‸openapi: 3.1.0\nx-acs-version: '1'\n${paths}`,
      message: 'the spec has no `x-acs-product`',
      expected: 'what the gateway expects on the wire',
      hint: 'add `x-acs-product: swas-open`',
    },
    {
      name: 'no version',
      spec: `‸openapi: 3.1.0\nx-acs-product: shop\n${paths}`,
      message: 'the spec has no `x-acs-version`',
      expected: 'what the gateway expects on the wire',
      hint: "add `x-acs-version: '2020-06-01'`",
    },
    {
      name: 'a version that is a number',
      spec: `openapi: 3.1.0\nx-acs-product: shop\nx-acs-version: ‸1.10\n${paths}`,
      message: '`x-acs-version` is `1.10`',
      expected: 'a text',
      hint: "put it in quotes: '1.10'",
    },
    {
      name: 'an empty product',
      spec: `openapi: 3.1.0\nx-acs-product:‸\nx-acs-version: '1'\n${paths}`,
      message: '`x-acs-product` is empty',
      expected: 'a text',
      hint: 'replace it by a text',
    },
    {
      name: 'a product that cannot stand in a header',
      spec: `openapi: 3.1.0\nx-acs-product: ‸"a\\r\\nb"\nx-acs-version: '1'\n${paths}`,
      message: '`x-acs-product` is `a\\u000d\\u000ab`',
      expected: '1 to 60 letters, digits, `_`, `-` or `.`',
      hint: 'correct it: x-acs-product: swas-open',
    },
    {
      name: 'webhooks',
      spec: `${head}${paths}‸webhooks: {}\n`,
      message: '`webhooks` is not supported in the spec',
      expected:
        'openapi, info, servers, tags, paths, components, security, externalDocs, x-acs-product, x-acs-version, x-pages, x-acs-gateway-errors',
      hint: 'the gateway calls nobody back: remove it',
    },
    {
      name: 'an unknown key',
      spec: `${head}${paths}‸x-acs-gateway-error: []\n`,
      message: '`x-acs-gateway-error` is not supported in the spec',
      expected:
        'openapi, info, servers, tags, paths, components, security, externalDocs, x-acs-product, x-acs-version, x-pages, x-acs-gateway-errors',
      hint: 'did you mean `x-acs-gateway-errors`?',
    },
    {
      name: 'no operations',
      spec: `‸${head}paths: {}\n`,
      message: 'the spec has no operations',
      expected: 'at least one under `paths`',
      hint: 'add `/<Action>: { post: … }`',
    },
    {
      name: 'no paths',
      spec: `‸${head}`,
      message: 'the spec has no operations',
      expected: 'at least one under `paths`',
      hint: 'add `/<Action>: { post: … }`',
    },
    {
      name: 'paths as a list',
      spec: `${head}paths:\n  ‸- /Act\n`,
      message: '`paths` is a list',
      expected: 'a mapping (`key: value`)',
      hint: 'replace it by a mapping (`key: value`)',
    },
  ]);
});
