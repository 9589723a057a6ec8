import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './workspace.ts';

/** What a finished command left behind. */
export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, without a terminal. Its exit code is an answer, not an error. */
export function run(
  program: string,
  parameters: readonly string[],
  cwd: string = root,
  environment: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  const env = { ...plainEnvironment(), ...environment };
  const child = spawn(program, [...parameters], { cwd, stdio: ['ignore', 'pipe', 'pipe'], env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, stdout, stderr }));
  });
}

/** The environment without what would colour output or tell a program that it runs inside another test. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|FORCE_COLOR|NODE_OPTIONS|TURBO_HASH)/.test(name),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: '1' };
}

/** Runs `pnpm generate` without the build before it. */
export function generate(...parameters: readonly string[]): Promise<Finished> {
  return run(process.execPath, [join(root, 'generators/kit/bin/generate.mjs'), ...parameters]);
}
