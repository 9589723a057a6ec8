// What a page and a worker run, bundled for browsers.
import { createClient, type Credentials } from '@swas/client';

const image = { RegionId: 'cn-hangzhou', ImageId: 'm-life0001' };
const images = { RegionId: image.RegionId, ImageIds: [image.ImageId] };

/** `done`, or what kind of failure with the gateway's code. */
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { name: string; code?: string }) => [error.name, error.code].filter(Boolean).join(' '),
  );

/** Calls a gateway of another origin, with temporary keys. */
export async function live(endpoint: string, credentials: Credentials): Promise<readonly string[]> {
  const client = createClient({ endpoint, credentials });
  const wrong = createClient({ endpoint, credentials: { ...credentials, accessKeySecret: 'wrong' } });
  const work = [
    () => wrong.deleteCustomImages(images),
    () => client.modifyImageShareStatus({ ...image, Operation: 'Share' }),
    () => client.deleteCustomImages(images),
    () => client.modifyImageShareStatus({ ...image, Operation: 'UnShare' }),
    () => client.deleteCustomImages(images),
    () => client.deleteCustomImages({ ...images, ImageIds: [] }),
    () => client.deleteCustomImages(images, { timeout: 0 }),
  ];
  const outcomes: string[] = [];
  for (const call of work) outcomes.push(await outcome(call()));
  return outcomes;
}
