import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../support/commands.ts';

const version = '2.12.0';
const team = 'team_test';
const token = 'token-of-a-test';

/** A self-hosted cache of a team, on this machine, in a folder. */
export interface CacheServer {
  /** What a member sets to use it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Changes one byte of everything stored, as a broken or hostile server could. Answers how many artefacts it changed. */
  tamper(): number;
  close(): void;
}

/** Installs turborepo-remote-cache into a folder of its own, since this test alone needs it, and starts it on a free port. */
export async function startCacheServer(): Promise<CacheServer> {
  const folder = mkdtempSync(join(tmpdir(), 'swas-cache-'));
  const installed = await run(
    'npm',
    [
      'install',
      '--prefix',
      folder,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      `turborepo-remote-cache@${version}`,
    ],
    folder,
  );
  if (installed.exitCode !== 0) throw new Error(installed.stderr);
  const store = join(folder, 'store');
  const server = spawn(process.execPath, [join(folder, 'node_modules/turborepo-remote-cache/dist/cli.js')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      STORAGE_PROVIDER: 'local',
      STORAGE_PATH: store,
      STORAGE_PATH_USE_TMP_FOLDER: 'false',
      TURBO_TOKEN: token,
      // It keeps signatures only when it has this, whatever it says; the members' key it need not know.
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: 'keep',
    },
  });
  const environment = { TURBO_API: await addressOf(server), TURBO_TEAM: team, TURBO_TOKEN: token };
  return {
    environment,
    tamper: () => tamper(join(store, team)),
    close: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    server.on('exit', () => reject(new Error(`the cache server did not start: ${output}`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
}

function tamper(folder: string): number {
  const artefacts = readdirSync(folder).filter((name) => !name.endsWith('.tag'));
  for (const name of artefacts) {
    const bytes = readFileSync(join(folder, name));
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(join(folder, name), bytes);
  }
  return artefacts.length;
}
