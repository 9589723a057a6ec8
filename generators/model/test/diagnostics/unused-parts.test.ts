import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf, load, writeFolder } from '../support/load.ts';
import { itReports } from '../support/faults.ts';
import { answerSpec, head, operationSpec, responses } from '../support/spec-text.ts';
import { workflowSpec } from '../support/workflow-text.ts';

const infoKeys = 'title, summary, description, termsOfService, contact, license, version';

const withInfo = (info: string): string => operationSpec('', `info: ${info}\n`);

const unknown = (key: string, what: string, expected: string, near: string) => ({
  message: `\`${key}\` is not supported in ${what}`,
  expected,
  hint: `did you mean \`${near}\`?`,
});

describe('info', () => {
  it('takes every key of OpenAPI 3.1, and extensions', () => {
    const info = `{ title: T, summary: S, description: D, termsOfService: 'https://a.example', version: '1', x-logo: { url: u },
  contact: { name: N, url: 'https://a.example', email: a@a.example }, license: { name: L, identifier: MIT, url: 'https://a.example' } }`;
    expect(load(withInfo(info))).toMatchObject({ title: 'T', description: 'D' });
  });

  itReports([
    {
      name: 'a misspelt key',
      spec: withInfo('{ title: T, ‸desciption: D }'),
      ...unknown('desciption', '`info`', infoKeys, 'description'),
    },
    {
      name: 'a title that is a number',
      spec: withInfo('{ title: ‸1.10 }'),
      message: '`title` is `1.10`',
      expected: 'a text',
      hint: "put it in quotes: '1.10'",
    },
    {
      name: 'a version that is a number',
      spec: withInfo('{ version: ‸1 }'),
      message: '`version` is `1`',
      expected: 'a text',
      hint: "put it in quotes: '1'",
    },
    {
      name: 'a list in place of it',
      spec: withInfo('‸[a]'),
      message: '`info` is a list',
      expected: 'a mapping (`key: value`)',
      hint: 'replace it by a mapping (`key: value`)',
    },
    {
      name: 'a misspelt key of the licence',
      spec: withInfo('{ license: { name: L, ‸indentifier: MIT } }'),
      ...unknown('indentifier', '`license`', 'name, identifier, url', 'identifier'),
    },
    {
      name: 'a misspelt key of the contact',
      spec: withInfo('{ contact: { ‸mail: a@a.example } }'),
      ...unknown('mail', '`contact`', 'name, url, email', 'email'),
    },
    {
      name: 'a contact that is a text',
      spec: withInfo('{ contact: ‸me }'),
      message: '`contact` is the text `me`',
      expected: 'a mapping (`key: value`)',
      hint: 'replace it by a mapping (`key: value`)',
    },
  ]);
});

describe('parts that nothing is read from', () => {
  itReports([
    {
      name: 'a misspelt key of a tag',
      spec: operationSpec('', 'tags: [{ name: a, ‸descripton: b }]\n'),
      ...unknown('descripton', 'the tag', 'name, description, externalDocs', 'description'),
    },
    {
      name: 'a tag of an operation that is a number',
      spec: operationSpec('tags: [‸1]'),
      message: 'the tag is `1`',
      expected: 'a text',
      hint: "put it in quotes: '1'",
    },
    {
      name: 'a misspelt key of external documents',
      spec: operationSpec('', "externalDocs: { ‸uri: 'https://a.example' }\n"),
      ...unknown('uri', '`externalDocs`', 'description, url', 'url'),
    },
    {
      name: 'a misspelt key of the external documents of a tag',
      spec: operationSpec('', "tags: [{ name: a, externalDocs: { ‸uri: 'https://a.example' } }]\n"),
      ...unknown('uri', '`externalDocs`', 'description, url', 'url'),
    },
    {
      name: 'a misspelt key of the external documents of an operation',
      spec: operationSpec("externalDocs: { ‸uri: 'https://a.example' }"),
      ...unknown('uri', '`externalDocs`', 'description, url', 'url'),
    },
    {
      name: 'a misspelt key of the external documents of a schema',
      spec: answerSpec("type: string\nexternalDocs: { ‸uri: 'https://a.example' }"),
      ...unknown('uri', '`externalDocs`', 'description, url', 'url'),
    },
    {
      name: 'a misspelt kind of component',
      spec: operationSpec('', 'components: { ‸schema: {} }\n'),
      ...unknown(
        'schema',
        '`components`',
        'schemas, responses, parameters, examples, requestBodies, headers, securitySchemes, links, callbacks, pathItems',
        'schemas',
      ),
    },
    {
      name: 'components in a list',
      spec: operationSpec('', 'components: { schemas: ‸[] }\n'),
      message: '`schemas` is a list',
      expected: 'a mapping (`key: value`)',
      hint: 'replace it by a mapping (`key: value`)',
    },
    {
      name: 'a misspelt key of a header',
      spec: operationSpec("responses: { '200': { description: D, headers: { H: { ‸descripion: D } } } }"),
      ...unknown(
        'descripion',
        'the header',
        'description, required, deprecated, schema, content, style, explode, example, examples, x-source',
        'description',
      ),
    },
  ]);

  it('report misspelt keys of a workflows file', () => {
    const text = `arazzo: 1.0.1
info: { title: Rules, versoin: '1' }
sourceDescriptions: [{ name: shop, url: ./openapi.yaml, typ: openapi }]
workflows: []
`;
    const folder = writeFolder({ 'openapi.yaml': workflowSpec, 'workflows.arazzo.yaml': text });
    expect(faultsOf(join(folder, 'openapi.yaml'))).toMatchObject([
      { line: 2, column: 23, hint: 'did you mean `version`?' },
      { line: 3, column: 57, hint: 'did you mean `type`?' },
    ]);
  });

  it('report a key that stands twice, whether anybody reads it or not', () => {
    const spec = `${head}paths: { /Act: { post: { operationId: Act, ${responses} } } }\nx-other: { a: { b: 1, b: 2 } }\n`;
    const found = faultsOf(join(writeFolder({ 'openapi.yaml': spec }), 'openapi.yaml'));
    expect(found).toMatchObject([{ line: 5, column: 23, message: 'the key `b` stands twice' }]);
  });
});
