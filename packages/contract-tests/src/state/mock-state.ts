/** A mock gateway as the source of resources: started for the run, or told to start anew. */
import { startGateway, type Gateway } from '@swas/mock-gateway';
import type { IdForm } from '../contract-case.ts';

/** Key pair that a mock gateway accepts unless it is told otherwise. */
export const MOCK_CREDENTIALS = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

interface MockImage {
  readonly RegionId: string;
  readonly ImageId: string;
}

const imagesOf = (ids: readonly string[], region: string): readonly MockImage[] =>
  ids.map((ImageId) => ({ RegionId: region, ImageId }));

/** As long as the ids of the documents, because a server may count characters. */
const usualForm: IdForm = { prefix: 'm-contract', digits: 12 };

/** Ids for a mock, which takes any that their schema allows. */
export const mockIds = (amount: number, { prefix, digits }: IdForm = usualForm): readonly string[] =>
  Array.from({ length: amount }, (_, index) => prefix + String(index + 1).padStart(digits, '0'));

/** Starts a mock gateway that holds the resources. */
export const startMock = (
  ids: readonly string[],
  region: string,
  faults: readonly string[],
): Promise<Gateway> => startGateway({ images: imagesOf(ids, region), faults });

/** Whether the endpoint is on this machine. */
export const isLoopback = (endpoint: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(new URL(endpoint).hostname);

/** Whether the endpoint is a mock gateway on this machine that can be told to start anew. */
export async function isMock(endpoint: string): Promise<boolean> {
  if (!isLoopback(endpoint)) return false;
  try {
    const response = await fetch(new URL('/_gateway/images', endpoint), {
      signal: AbortSignal.timeout(2000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Tells a running mock gateway to forget everything and hold these resources. */
export async function resetMock(endpoint: string, ids: readonly string[], region: string): Promise<void> {
  const response = await fetch(new URL('/_gateway/reset', endpoint), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(imagesOf(ids, region)),
  });
  await response.arrayBuffer();
  if (!response.ok)
    throw new Error(`The mock gateway at ${endpoint} refused to start anew: ${response.status}.`);
}
