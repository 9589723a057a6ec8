import { fileURLToPath } from 'node:url';
import { startGateway } from '@swas/mock-gateway';
import { expect, test } from 'vitest';
import { run } from '../support/commands.ts';
import { skipWithout } from '../support/requirement.ts';
import { startFaultyServer } from './support/faulty-server.ts';
import { installRuntime, runtimeNames } from './support/runtimes.ts';

const key = { id: 'LTAItest', secret: 'right-secret', securityToken: 'sts-token' };
const program = fileURLToPath(new URL('support/life.mjs', import.meta.url));

/** Runs the program against a fresh gateway and a faulty server. */
async function live([command, ...parameters]: readonly [string, ...string[]]) {
  const gateway = await startGateway({
    images: [{ RegionId: 'cn-hangzhou', ImageId: 'm-life0001' }],
    accessKeys: [key],
  });
  const faulty = await startFaultyServer();
  try {
    const { stdout, stderr } = await run(command, [...parameters, program], undefined, {
      SWAS_ENDPOINT: gateway.url,
      SWAS_FAULTY: faulty.url,
      ALIBABA_CLOUD_ACCESS_KEY_ID: key.id,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.secret,
      ALIBABA_CLOUD_SECURITY_TOKEN: key.securityToken,
      NO_PROXY: '*',
    });
    if (stdout === '') throw new Error(stderr);
    return { outcomes: JSON.parse(stdout) as unknown, left: gateway.images(), asked: faulty.asked };
  } finally {
    await gateway.close();
    await faulty.close();
  }
}

const expected = {
  outcomes: {
    wrongSecret: 'ServiceError SignatureDoesNotMatch',
    share: 'done',
    deleteShared: 'ServiceError CustomImageInShare',
    unshare: 'done',
    delete: 'done',
    deleteAgain: 'ServiceError InvalidImageId.NotFound',
    invalid: 'RequestError',
    aborted: 'AbortError headers',
    hang: 'TimeoutError headers',
    hangInBody: 'TimeoutError body',
    redirect: 'ResponseError',
    reset: 'ConnectionError headers',
    busy: 'done',
    long: 'ResponseError 200',
  },
  left: [],
  asked: { hang: 2, 'hang-in-body': 1, redirect: 1, reset: 1, busy: 2, long: 1 },
};

test(`the client works on the Node of this run, ${process.version}`, async () => {
  expect(await live([process.execPath])).toEqual(expected);
});

test.for(runtimeNames)('the client works on %s', async (name, context) => {
  const runtime = await installRuntime(name);
  skipWithout(context, 'reason' in runtime ? runtime.reason : undefined);
  if ('reason' in runtime) return;
  // Deno's own HTTP client sends a request once more when a used connection breaks, whatever the client wants.
  const asked = name === 'Deno' ? { ...expected.asked, reset: 2 } : expected.asked;
  expect(await live(runtime.command)).toEqual({ ...expected, asked });
});
