import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startGateway } from '@swas/mock-gateway';
import { describe, expect, test } from 'vitest';
import { pythonWith } from '../support/python.ts';
import { skipWithout } from '../support/requirement.ts';
import { root } from '../support/workspace.ts';
import { officialGo } from './go/environment.ts';
import { officialJava } from './java/environment.ts';

const image = { RegionId: 'cn-hangzhou', ImageId: 'm-life0001' };
const key = { id: 'LTAItest', secret: 'right-secret' };

/** What each program has to print: a wrong secret first, then the life of the image. */
const life = ['SignatureDoesNotMatch', 200, 'CustomImageInShare', 200, 200, 'InvalidImageId.NotFound'];

/** Runs a program against a fresh gateway. Answers what it printed, and the images that it left. */
async function liveWith(program: string, parameters: readonly string[]) {
  const gateway = await startGateway({ images: [image], accessKeys: [key] });
  try {
    const printed = await output(program, parameters, {
      PATH: process.env['PATH'],
      SWAS_ENDPOINT: gateway.url.replace('http://', ''),
      SWAS_KEY: key.id,
      SWAS_SECRET: key.secret,
      SWAS_IMAGE: image.ImageId,
      NO_PROXY: '*',
    });
    return {
      outcomes: JSON.parse(printed.trim().split('\n').at(-1) ?? '') as unknown,
      left: gateway.images(),
    };
  } finally {
    await gateway.close();
  }
}

function output(program: string, parameters: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(program, [...parameters], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(stdout) : reject(new Error(stderr || stdout))));
  });
}

describe('the official SDK, pointed at the gateway, runs the whole life of an image', () => {
  test.for(['current_sdk.py', 'older_sdk.py'])('Python, %s', async (script, context) => {
    const environment = await pythonWith('test/official-sdk/python/requirements.txt');
    skipWithout(context, 'reason' in environment ? environment.reason : undefined);
    if ('reason' in environment) return;
    const program = join(root, 'test/official-sdk/python', script);
    expect(await liveWith(environment.python, [program])).toEqual({ outcomes: life, left: [] });
  });

  test.for(['current', 'older'])('Go, %s', async (name, context) => {
    const built = await officialGo(name);
    skipWithout(context, 'reason' in built ? built.reason : undefined);
    if ('reason' in built) return;
    expect(await liveWith(built.program, [])).toEqual({ outcomes: life, left: [] });
  });

  test('Java', async (context) => {
    const environment = await officialJava();
    skipWithout(context, 'reason' in environment ? environment.reason : undefined);
    if ('reason' in environment) return;
    const program = join(root, 'test/official-sdk/java/LifeOfAnImage.java');
    expect(await liveWith('java', ['-cp', environment.classPath, program])).toEqual({
      outcomes: life,
      left: [],
    });
  });
});
