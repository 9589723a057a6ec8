import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadModel } from '@swas/generator-model';
import { afterAll, expect, test } from 'vitest';
import { emit, typecheck, writePackages } from './support/packages.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'swas-names-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names that emitted files import, declare or use, each taken by an operation and by a schema. */
const words = (
  'Abort Any Array Boolean Call CallOptions Check Client CloseUnion CodePoints Comma Connection Copy Counter CreateClient ' +
  'CreateValidate CreateValidator Credentials Data Date Decoder Either Endpoints Error Flat Foo Function Is IsFooError Json ' +
  'Literals Map Models Never Number Object OperationFacts Options Out Own Partial Path Promise Readonly Record Region Request ' +
  'Response Result Runtime Sentences Service Set String Symbol Timeout Transport Undefined Unknown Validate Validation Validator Value'
).split(' ');

const json = (schema: object) => ({ content: { 'application/json': { schema } } });

function operation(name: string): object {
  const reference = { $ref: `#/components/schemas/${name}` };
  const parameters = [
    { name: 'P', in: 'query', required: true, ...json(reference) },
    { name: 'Q', in: 'query', schema: { type: 'integer' } },
    { name: 'B', in: 'query', schema: { type: 'boolean' } },
  ];
  const properties = { RequestId: { type: 'string' }, Data: reference };
  const responses = { 200: { description: 'Done.', ...json({ type: 'object', properties }) } };
  return { post: { operationId: name, summary: 'Does it.', parameters, responses } };
}

test('no name of an operation or a schema collides with what emitted files use', async () => {
  const schema = { type: 'object', properties: { A: { type: 'string', enum: ['x'] } } };
  const spec = {
    openapi: '3.1.0',
    info: { title: 'Names', version: '1' },
    'x-acs-product': 'names',
    'x-acs-version': '2020-06-01',
    servers: [
      {
        url: 'http://127.0.0.1:{port}',
        'x-acs-network': 'facade',
        variables: { port: { default: '4010' } },
      },
    ],
    paths: Object.fromEntries(words.map((name) => [`/${name}`, operation(name)])),
    components: { schemas: Object.fromEntries(words.map((name) => [name, schema])) },
  };
  const path = join(folder, 'openapi.json');
  writeFileSync(path, JSON.stringify(spec));
  writePackages(folder, await emit(loadModel(path)));
  expect(await typecheck(folder)).toBe('');
}, 240_000);
