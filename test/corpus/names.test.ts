import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadModel } from '@swas/generator-model';
import { afterAll, expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { buildStandalone } from '../support/standalone.ts';
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

/** Writes a spec of which each name is an operation and a schema. Answers its path. */
function writeSpec(file: string, names: readonly string[]): string {
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
    paths: Object.fromEntries(names.map((name) => [`/${name}`, operation(name)])),
    components: { schemas: Object.fromEntries(names.map((name) => [name, schema])) },
  };
  const path = join(folder, file);
  writeFileSync(path, JSON.stringify(spec));
  return path;
}

test('no name of an operation or a schema collides with what emitted files use', async () => {
  writePackages(folder, await emit(loadModel(writeSpec('openapi.json', words))));
  expect(await typecheck(folder)).toBe('');
}, 240_000);

/** Names that the files of the other packages have or use, and names that every object has. */
const otherWords = (
  'All AllGateway AllWorkflows Case Cases Catalogue CatalogueOf Contract ContractSuite Document Fact Facts Gateway GatewaySuite ' +
  'Index JsonValue Operation Operations OperationSuite OperationSuites Page Pages Sample Samples StartGateway Suite Suite1 Suites ' +
  'Test Workflows __proto__ constructor hasOwnProperty prototype then toJSON toString valueOf'
).split(' ');

test('nor with what the contract suite, the gateway and the reference use: all of it builds and passes', async () => {
  const out = await buildStandalone(writeSpec('others.json', otherWords));
  const program = join(out, 'contract-tests/bin/swas-contract.mjs');
  const suite = await run(process.execPath, [program, '--level', 'gateway'], out);
  const all = `${otherWords.length}/${otherWords.length}`;
  expect(suite.stdout + suite.stderr).toMatch(new RegExp(`operations ${all}[\\s\\S]* 0 failed`));
  expect(suite.exitCode).toBe(0);
}, 300_000);
