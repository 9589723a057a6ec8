import { buildCatalogue } from '@swas/generator-mock-gateway';
import { loadModel } from '@swas/generator-model';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startGateway, UsageError, type Catalogue, type Gateway, type Image } from '../src/index.ts';
import { brief, facade } from './support/facade.ts';

const spec = new URL('../../../test/generate/apis/storage/openapi.yaml', import.meta.url);
const catalogue: Catalogue = buildCatalogue(loadModel(fileURLToPath(spec)));
const RegionId = 'cn-hangzhou';

/** The same id for one thing of each kind. */
const things: readonly Image[] = ['Image', 'Disk', 'Snapshot'].map((Resource) => ({
  RegionId,
  ImageId: 'd-00000001',
  Resource,
}));

async function start(images: readonly Image[]): Promise<Gateway> {
  const gateway = await startGateway({ catalogue, images, unsigned: true });
  onTestFinished(() => gateway.close());
  return gateway;
}

const DiskId = 'd-00000001';

test('things of different kinds are apart, each in a state of its own', async () => {
  const gateway = await start(things);
  const call = (name: string, query: Record<string, string>) =>
    facade(gateway.url)
      .call(name, { RegionId, ...query })
      .then(brief);
  expect(gateway.images()).toMatchObject([{}, { Resource: 'Disk' }, { Resource: 'Snapshot' }]);
  expect(await call('AttachDisk', { DiskId, InstanceId: 'i-0001' })).toBe('200');
  expect(await call('AttachDisk', { DiskId, InstanceId: 'i-0001' })).toBe('403 IncorrectDiskStatus');
  expect(gateway.images().map(({ State }) => State)).toEqual([undefined, 'In_use', undefined]);
  expect(await call('DeleteImages', { 'ImageId.1': DiskId })).toBe('200');
  expect(await call('DeleteImages', { 'ImageId.1': DiskId })).toBe('404 InvalidImageId.NotFound');
  expect(gateway.images().map(({ Resource }) => Resource)).toEqual(['Disk', 'Snapshot']);
});

test('what is listed can be given to another gateway', async () => {
  const gateway = await start(things);
  const other = await start(gateway.images());
  expect(other.images()).toEqual(gateway.images());
});

test('a kind that the workflows do not tell of is refused, and changes nothing', async () => {
  const gateway = await start(things);
  const wrong = (): void => gateway.reset([{ RegionId, ImageId: 'd-1', Resource: 'Dsik' }]);
  expect(wrong).toThrow(UsageError);
  expect(wrong).toThrow('d-1: there is no Resource `Dsik`. Known: Image, Disk, Snapshot.');
  expect(gateway.images()).toHaveLength(3);
});

test('examples of the spec are there as what they are', async () => {
  const gateway = await startGateway({ catalogue });
  onTestFinished(() => gateway.close());
  expect(gateway.images()).toContainEqual(
    expect.objectContaining({ ImageId: 'd-bp1j4l5axzdy6ftk0001', Resource: 'Disk' }),
  );
});

test('an example whose request names no region is where such a request acts', async () => {
  const servers = catalogue.servers.map((server) => ({
    ...server,
    variables: server.variables.map((variable) => ({ ...variable, default: 'cn-beijing' })),
  }));
  const operations = catalogue.operations.map((operation) => ({
    ...operation,
    parameters: operation.parameters.filter(({ serverVariable }) => serverVariable !== 'region'),
  }));
  const exampleResources = [{ id: 'm-1' }];
  const changed = { ...catalogue, servers, operations, exampleResources };
  const gateway = await startGateway({ catalogue: changed, unsigned: true });
  onTestFinished(() => gateway.close());
  const found = gateway.images().find(({ ImageId }) => ImageId === 'm-1');
  expect(found).toMatchObject({ RegionId: 'cn-beijing' });
  expect(brief(await facade(gateway.url).call('DeleteImages', { 'ImageId.1': 'm-1' }))).toBe('200');
});
