// What every platform has to be able to do. Runs on Node, Bun and Deno, and prints what happened as JSON.
import { createClient, createConnection, modifyImageShareStatus } from '@swas/client';

const { SWAS_ENDPOINT: endpoint, SWAS_FAULTY: faulty, ...keys } = process.env;
const credentials = {
  accessKeyId: keys.ALIBABA_CLOUD_ACCESS_KEY_ID,
  accessKeySecret: keys.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
  securityToken: keys.ALIBABA_CLOUD_SECURITY_TOKEN,
};
const image = { RegionId: 'cn-hangzhou', ImageId: 'm-life0001' };
const images = { RegionId: image.RegionId, ImageIds: [image.ImageId] };

/** `done`, or what kind of failure with what of it a program decides by. */
const outcome = (work) =>
  work.then(
    () => 'done',
    ({ name, code, status, phase, message }) =>
      [name, code ?? status ?? (message.includes(`phase: ${phase}`) ? phase : '')].filter(Boolean).join(' '),
  );

// Without credentials: found in the environment, by the chain that is loaded lazily.
const client = createClient({ endpoint });
const wrong = createClient({ endpoint, credentials: { ...credentials, accessKeySecret: 'wrong' } });
const connection = createConnection({ endpoint: faulty, credentials });
const share = (path, options) =>
  modifyImageShareStatus(connection, { ...image, Operation: 'Share' }, { headers: { path }, ...options });
const abortSoon = () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  return controller.signal;
};

const outcomes = {
  wrongSecret: await outcome(wrong.deleteCustomImages(images)),
  share: await outcome(client.modifyImageShareStatus({ ...image, Operation: 'Share' })),
  deleteShared: await outcome(client.deleteCustomImages(images)),
  unshare: await outcome(client.modifyImageShareStatus({ ...image, Operation: 'UnShare' })),
  delete: await outcome(client.deleteCustomImages(images)),
  deleteAgain: await outcome(client.deleteCustomImages(images)),
  invalid: await outcome(client.deleteCustomImages({ ...images, ImageIds: [] })),
  aborted: await outcome(share('hang', { signal: abortSoon() })),
  hang: await outcome(share('hang', { timeout: 1000 })),
  hangInBody: await outcome(share('hang-in-body', { timeout: 1000 })),
  redirect: (await outcome(share('redirect'))).split(' ')[0],
  reset: await outcome(share('reset', { maxAttempts: 1 })),
  busy: await outcome(share('busy')),
  long: await outcome(share('long')),
};
console.log(JSON.stringify(outcomes));
