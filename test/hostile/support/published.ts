import type { Data } from './places.ts';

type Fields = Record<string, Data>;

/** A hole that was published of another tool: into which place of a spec its texts went. */
export interface PublishedHole {
  /** Identifiers, as advisories and trackers have them. */
  readonly id: string;
  readonly tool: string;
  /** A spec with a text at that place. */
  readonly spec: (text: string) => Data;
}

const answer: Data = {
  200: {
    description: 'Done.',
    content: {
      'application/json': {
        schema: { type: 'object', required: ['RequestId'], properties: { RequestId: { type: 'string' } } },
      },
    },
  },
};

const spec = (operation: Fields, more: Fields = {}, path = '/Act'): Data => ({
  openapi: '3.1.0',
  info: { title: 'Hostile', version: '1' },
  'x-acs-product': 'shop',
  'x-acs-version': '2020-06-01',
  servers: [{ url: 'http://127.0.0.1:8080', description: 'Here.', 'x-acs-network': 'facade' }],
  paths: {
    [path]: { post: { operationId: path.slice(1), summary: 'Acts.', responses: answer, ...operation } },
  },
  ...more,
});

const parameter = (fields: Fields): Data =>
  spec({ parameters: [{ name: 'P', in: 'query', schema: { type: 'string' }, ...fields }] });
const withSchema = (schema: Data): Data => parameter({ schema });
const json = (contentSchema: Data): Data =>
  withSchema({ type: 'string', contentMediaType: 'application/json', contentSchema });

/** Every hole of the kind «a text of the spec becomes code» that was found by searching advisories and issue trackers. */
export const publishedHoles: readonly PublishedHole[] = [
  { id: 'CVE-2026-22785', tool: 'orval: summary', spec: (text) => spec({ summary: text }) },
  {
    id: 'openapi-generator issue 23956',
    tool: 'openapi-generator: description of an operation',
    spec: (text) => spec({ description: text }),
  },
  {
    id: 'CVE-2026-23947',
    tool: 'orval: x-enum-descriptions',
    spec: (text) => withSchema({ type: 'string', enum: ['A'], 'x-enum-descriptions': { A: text } }),
  },
  {
    id: 'CVE-2026-25141',
    tool: 'orval: comments without letters',
    spec: (text) =>
      withSchema({
        type: 'string',
        enum: ['A'],
        'x-enum-descriptions': { A: `*/[][(![]+[])[+[]]];${text}` },
      }),
  },
  { id: 'CVE-2026-24132', tool: 'orval: const', spec: (text) => withSchema({ const: text }) },
  {
    id: 'CVE-2026-72716, GHSA-p4cg-3328-rvfg',
    tool: 'orval: default',
    spec: (text) => withSchema({ type: 'string', default: text }),
  },
  {
    id: 'CVE-2026-71871, GHSA-8j6p-r8jg-mxqh',
    tool: 'orval: default of a header',
    spec: (text) => parameter({ in: 'header', schema: { type: 'string', default: text } }),
  },
  {
    id: 'CVE-2026-44293, GHSA-66ff-xgx4-vchm',
    tool: 'protobufjs: default of bytes',
    spec: (text) => withSchema({ type: 'string', format: 'byte', default: text }),
  },
  {
    id: 'CVE-2016-5641',
    tool: 'swagger-codegen: name of a parameter',
    spec: (text) => parameter({ name: text }),
  },
  {
    id: 'GHSA-w284-33mx-6g9v, GHSA-jwgf-6xff-4hvp, swagger-codegen issue 11309, openapi-generator issue 9809',
    tool: 'swagger-typescript-api, oapi-codegen and others: path',
    spec: (text) => spec({ operationId: 'Act' }, {}, `/Act${text}`),
  },
  {
    id: 'openapi-typescript-codegen issue 2809, postman-code-generators issue 624',
    tool: 'openapi-typescript-codegen: name of an operation',
    spec: (text) => spec({}, {}, `/${text}`),
  },
  {
    id: 'GHSA-38c3-wv3c-v3xj, GHSA-hqj5-cw9f-rx67',
    tool: 'swagger-typescript-api: address of a server',
    spec: (text) =>
      spec(
        {},
        { servers: [{ url: `http://127.0.0.1/${text}`, description: 'Here.', 'x-acs-network': 'facade' }] },
      ),
  },
  {
    id: 'GHSA-rjwr-m7qx-3fjr',
    tool: 'oapi-codegen: description of a server',
    spec: (text) =>
      spec({}, { servers: [{ url: 'http://127.0.0.1', description: text, 'x-acs-network': 'facade' }] }),
  },
  {
    id: 'GHSA-5f94-x226-ccpm, GHSA-xrqw-w576-xgj2',
    tool: 'swagger-typescript-api, oapi-codegen: enum',
    spec: (text) => withSchema({ type: 'string', enum: [text, 'B'] }),
  },
  {
    id: 'GHSA-9c2f-gr95-7wqw',
    tool: 'oapi-codegen: extensions that name types and imports',
    spec: (text) => withSchema({ type: 'string', 'x-go-type-import': text, 'x-go-type': text }),
  },
  {
    id: 'CVE-2026-41242, GHSA-xq3m-2v4x-88gg',
    tool: 'protobufjs: name of a type',
    spec: (text) => {
      const pointer = text.replaceAll('~', '~0').replaceAll('/', '~1');
      const $ref = `#/components/schemas/${encodeURIComponent(pointer)}`;
      const operation = spec({
        parameters: [
          {
            name: 'P',
            in: 'query',
            schema: { type: 'string', contentMediaType: 'application/json', contentSchema: { $ref } },
          },
        ],
      });
      return {
        ...(operation as Fields),
        components: { schemas: { [text]: { type: 'object', description: text } } },
      };
    },
  },
  {
    id: 'CVE-2020-15142, GHSA-4hpf-3wq7-5rpr',
    tool: 'openapi-python-client, is-my-json-valid: name of a property',
    spec: (text) => json({ type: 'object', required: [text], properties: { [text]: { type: 'string' } } }),
  },
  {
    id: 'CVE-2020-15141',
    tool: 'openapi-python-client: titles that become paths',
    spec: (text) => ({
      ...(json({ type: 'object', title: text, description: text }) as Fields),
      tags: [{ name: text, description: text }],
    }),
  },
  {
    id: 'CVE-2020-28464',
    tool: 'djv: keywords of a schema',
    spec: (text) =>
      json({ type: 'string', format: text, 'x-pattern-text': text, pattern: 'a', example: 'a' }),
  },
  {
    id: 'CVE-2016-1000229',
    tool: 'swagger-ui: keys of a document',
    spec: (text) =>
      spec({ [`x-${text}`]: text, 'x-acs-ram': { action: text, accessLevel: 'Write', resource: text } }),
  },
  {
    id: 'R7-2016-06',
    tool: 'swagger-codegen: title and version',
    spec: (text) => spec({}, { info: { title: text, version: text, description: text } }),
  },
];
