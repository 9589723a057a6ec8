import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseDocument, type Document, type YAMLMap } from 'yaml';
import { describe, expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { buildStandalone, readAll } from '../support/standalone.ts';
import { copySpec } from '../support/workspace.ts';

/** Edits a copy of the spec as a person would: YAML only. */
function editedSpec(edit: (spec: Document) => void): string {
  const path = copySpec();
  const spec = parseDocument(readFileSync(path, 'utf8'));
  edit(spec);
  writeFileSync(path, spec.toString());
  return path;
}

/** An operation with what the first two lack: numbers, a flattened list of objects, a comma list, a nested result. */
const thirdOperation = `
post:
  operationId: ListCustomImageTags
  summary: Lists the tags of custom images.
  description: Answers one page of tags.
  x-acs-effect: read
  parameters:
    - $ref: '#/components/parameters/RegionId'
    - { name: PageSize, in: query, description: Tags on a page., schema: { type: integer, minimum: 1, maximum: 50 }, example: 10 }
    - name: Tag
      in: query
      description: Only images with these tags.
      x-acs-style: flat
      schema:
        type: array
        maxItems: 3
        items:
          type: object
          required: [Key]
          additionalProperties: false
          properties: { Key: { type: string, maxLength: 8 }, Value: { type: string } }
      example: [{ Key: team, Value: web }]
    - { name: States, in: query, description: Only these states., style: form, explode: false, schema: { type: array, items: { type: string, enum: [Creating, Ready] } }, example: [Ready] }
  responses:
    '200':
      description: A page of tags.
      content:
        application/json:
          schema:
            type: object
            required: [RequestId, Tags]
            properties:
              RequestId: { type: string }
              Tags: { type: array, items: { type: object, properties: { Key: { type: string } } } }
          example: { RequestId: 30637AD6-D977-4833-A54C-CC89483E0000, Tags: [{ Key: team }] }
`;

function regionParameter(spec: Document): string {
  const parameters = spec.getIn(['paths', '/DeleteCustomImages', 'post', 'parameters']) as {
    items: YAMLMap[];
  };
  const first = parameters.items[0];
  return first === undefined ? '' : String(first);
}

describe('an edit of the spec alone', () => {
  test('a third operation appears in client, validator and contract tests, type-checks and runs', async () => {
    const spec = editedSpec((document) => {
      const operation = parseDocument(thirdOperation);
      // The spec may write RegionId in place or share it: the new operation repeats what is there.
      const region = parseDocument(regionParameter(document)).contents;
      operation.setIn(['post', 'parameters', 0], region);
      document.setIn(['paths', '/ListCustomImageTags'], operation.contents);
    });
    const out = await buildStandalone(spec);
    const use = `
      import { startGateway } from '${pathToFileURL(join(out, 'mock-gateway/dist/index.js')).href}';
      import { createClient } from '${pathToFileURL(join(out, 'client/dist/index.js')).href}';
      import { listCustomImageTags } from '${pathToFileURL(join(out, 'validator/dist/index.js')).href}';
      const gateway = await startGateway();
      const client = createClient({ region: 'cn-hangzhou', endpoint: gateway.url, credentials: { accessKeyId: 'testid', accessKeySecret: 'testsecret' } });
      const request = { RegionId: 'cn-hangzhou', PageSize: 10, Tag: [{ Key: 'team', Value: 'web' }], States: ['Ready'] };
      const result = await client.listCustomImageTags(request);
      console.log(JSON.stringify([result.Tags, listCustomImageTags.is(request), listCustomImageTags.is({ ...request, PageSize: 51 })]));
      await gateway.close();`;
    const used = await run(process.execPath, ['--input-type=module', '-e', use], out);
    expect(used.stdout + used.stderr).toBe('[[{"Key":"team"}],true,false]\n');
    const suite = await run(process.execPath, [join(out, 'contract-tests/bin/swas-contract.mjs')], out);
    expect(suite.stdout + suite.stderr).toMatch(/operations 3\/3[\s\S]* 0 failed/);
    expect(suite.exitCode).toBe(0);
  }, 300_000);

  test('a changed enum value, limit and error code reach every package', async () => {
    const spec = editedSpec((document) => {
      const text = document
        .toString()
        .replaceAll(/\bUnShare\b/g, 'StopSharing')
        .replaceAll(/maxItems: 15\b/g, 'maxItems: 12')
        .replaceAll('CustomImageInShare', 'CustomImageIsShared');
      document.contents = parseDocument(text).contents as never;
    });
    const workflows = join(spec, '../workflows.arazzo.yaml');
    const rules = readFileSync(workflows, 'utf8');
    writeFileSync(
      workflows,
      rules.replaceAll(/\bUnShare\b/g, 'StopSharing').replaceAll('CustomImageInShare', 'CustomImageIsShared'),
    );
    const out = await buildStandalone(spec);
    for (const name of ['client', 'validator', 'contract-tests']) {
      expect(readAll(join(out, name, 'src/generated')), name).toContain('StopSharing');
    }
    expect(readAll(join(out, 'client/src/generated'))).toContain('CustomImageIsShared');
    expect(readAll(join(out, 'mock-gateway/src/generated'))).toContain('CustomImageIsShared');
    const suite = await run(process.execPath, [join(out, 'contract-tests/bin/swas-contract.mjs')], out);
    expect(suite.exitCode, suite.stdout + suite.stderr).toBe(0);
  }, 300_000);
});
