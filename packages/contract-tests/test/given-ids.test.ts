import { expect, test } from 'vitest';
import type { ContractOptions } from '../src/command/options.ts';
import { splitByKind } from '../src/command/split-by-kind.ts';
import { chooseTarget } from '../src/command/target.ts';
import type { ContractCase } from '../src/contract-case.ts';
import { catalogue } from '../src/generated/catalogue.ts';

const kind = (example: string) => ({
  initial: 'a',
  absent: 'b',
  example,
  form: { prefix: 'd-', digits: 2 },
});

const input = (resource: string) => ({ kind: 'resource', name: resource, resource, state: 'a' });

test('given ids go to the kind whose documented id begins alike, else to the first', () => {
  const resources = {
    Image: kind('m-1****'),
    Disk: kind('d-1****'),
    Copy: kind('m-2****'),
    Plain: kind('7'),
  };
  expect(splitByKind(['d-1', 'm-1', 'x-1', '7', 'd-2'], Object.keys(resources), resources)).toEqual({
    Image: ['m-1', 'x-1', '7'],
    Disk: ['d-1', 'd-2'],
  });
  expect(splitByKind(['d-1', 'm-1'], ['Image'], resources)).toEqual({ Image: ['d-1', 'm-1'] });
});

test('a run gives them to their kinds, and says of which there are too few', async () => {
  const resources = { Image: kind('m-1'), Disk: kind('d-1') };
  const inputs = [input('Image'), input('Disk'), { ...input('Disk'), name: 'other' }];
  const cases = [{ inputs, after: {} }] as unknown as readonly ContractCase[];
  const target = (images: string) =>
    chooseTarget(
      { endpoint: 'http://127.0.0.1:1', destructive: true, images, fault: [] } as unknown as ContractOptions,
      cases,
      { ...catalogue, resources },
      'cn-hangzhou',
    );
  expect((await target('d-1,m-1,d-2')).ids).toEqual({ Image: ['m-1'], Disk: ['d-1', 'd-2'] });
  await expect(target('m-1,d-1')).rejects.toThrow('need 2 resources of the kind Disk, 1 given');
});
