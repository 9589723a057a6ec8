import { loadModel, type ApiModel } from '@swas/generator-model';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildExampleResources } from '../src/build-examples.ts';

const model = loadModel(fileURLToPath(new URL('../../../spec/openapi.yaml', import.meta.url)));

/** The model with other parameters for each operation. */
function withParameters(change: (parameter: ApiModel['operations'][number]['parameters'][number]) => object) {
  const operations = model.operations.map((operation) => ({
    ...operation,
    parameters: operation.parameters.map((parameter) => ({ ...parameter, ...change(parameter) })),
  }));
  return { ...model, operations };
}

test('finds the identifiers of single values and of lists, each once', () => {
  const twice = { ...model, operations: [...model.operations, ...model.operations] };
  const examples = model.operations
    .flatMap(({ parameters }) => parameters)
    .filter(({ name }) => name.startsWith('Image'))
    .flatMap(({ example }) => example);
  expect(examples).toHaveLength(3);
  expect(buildExampleResources(twice)).toEqual(examples.map((id) => ({ region: 'cn-hangzhou', id })));
});

test('tells of what kind they are, where there are several', () => {
  const kinds = ['Other', 'CustomImage'].map((name) => ({ ...model.resources[0]!, name }));
  const [first] = buildExampleResources({ ...model, resources: kinds });
  expect(first).toMatchObject({ resource: 'CustomImage' });
  expect(buildExampleResources({ ...model, resources: kinds.toReversed() })[0]).not.toHaveProperty(
    'resource',
  );
});

test('leaves it to the gateway where those of an operation without a region are', () => {
  const operations = model.operations.map((operation) => ({
    ...operation,
    parameters: operation.parameters.filter(({ name }) => name !== 'RegionId'),
  }));
  expect(buildExampleResources({ ...model, operations })).toEqual(
    buildExampleResources(model).map(({ id }) => ({ id })),
  );
});

test('finds none where the requests name no region, or a value that is none', () => {
  const nowhere = withParameters(({ name }) => (name === 'RegionId' ? { example: undefined } : {}));
  expect(buildExampleResources(nowhere as ApiModel)).toEqual([]);
  const numbers = withParameters(({ name }) => (name.startsWith('Image') ? { example: 7 } : {}));
  expect(buildExampleResources(numbers as ApiModel)).toEqual([]);
});
