import { spawn } from 'node:child_process';

/**
 * Runs a program without a shell and collects what it prints.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, timeout?: number }} [options] `timeout` in milliseconds.
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>} `code` is -1 when it could not be started or was killed.
 */
export function runCommand(command, args, { cwd, env = {}, timeout = 120_000 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (output.stdout += chunk));
    child.stderr.on('data', (chunk) => (output.stderr += chunk));
    child.once('error', (error) => resolve({ code: -1, ...output, stderr: error.message }));
    child.once('close', (code) => resolve({ code: code ?? -1, ...output }));
  });
}
