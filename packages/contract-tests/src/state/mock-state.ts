/** A mock gateway as the source of resources: started for the run, or told to start anew. */
import { startGateway, type Gateway, type Image } from '@swas/mock-gateway';
import type { Catalogue, IdForm } from '../contract-case.ts';

/** Key pair that a mock gateway accepts unless it is told otherwise. */
export const MOCK_CREDENTIALS = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

/** Ids by the name of what they identify. */
export type Stock = Readonly<Record<string, readonly string[]>>;

const imagesOf = (stock: Stock, region: string): readonly Image[] =>
  Object.entries(stock).flatMap(([Resource, ids]) =>
    ids.map((ImageId) => ({ RegionId: region, ImageId, Resource })),
  );

/**
 * Ids for a mock, which takes any that their schema allows.
 *
 * @param first the number of the first one
 */
export const mockIds = (amount: number, { prefix, digits }: IdForm, first = 1): readonly string[] =>
  Array.from({ length: amount }, (_, index) => prefix + String(index + first).padStart(digits, '0'));

/** So many ids of each kind. No two are equal, even of kinds whose ids look alike. */
export function mockStock(
  amount: number,
  names: readonly string[],
  resources: Catalogue['resources'],
): Stock {
  const made = new Map<string, number>();
  const stock: Record<string, readonly string[]> = {};
  for (const name of names) {
    const form = resources[name]?.form;
    if (form === undefined) continue;
    const before = made.get(form.prefix) ?? 0;
    stock[name] = mockIds(amount, form, before + 1);
    made.set(form.prefix, before + amount);
  }
  return stock;
}

/** Starts a mock gateway that holds the resources. */
export const startMock = (stock: Stock, region: string, faults: readonly string[]): Promise<Gateway> =>
  startGateway({ images: imagesOf(stock, region), faults });

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
export async function resetMock(endpoint: string, stock: Stock, region: string): Promise<void> {
  const response = await fetch(new URL('/_gateway/reset', endpoint), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(imagesOf(stock, region)),
  });
  await response.arrayBuffer();
  if (!response.ok)
    throw new Error(`The mock gateway at ${endpoint} refused to start anew: ${response.status}.`);
}
