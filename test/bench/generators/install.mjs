import { spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A quiet registry answers within one minute; one that does not answer would keep npm busy for ten. In ms, for each of two attempts. */
const usualLimit = 180_000;

const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];

/** Runs npm once. Answers why it failed, if it did. */
function attempt(folder, limit) {
  // In a group of its own, for npm's children hold sockets too.
  const child = spawn('npm', flags, { cwd: folder, stdio: 'ignore', detached: true });
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      process.kill(-child.pid, 'SIGKILL');
    }, limit);
    const end = (problem) => {
      clearTimeout(timer);
      resolve(isLate ? `npm was not done after ${limit / 1000} s` : problem);
    };
    child.on('error', ({ message }) => end(message));
    child.on('close', (code) => end(code === 0 ? undefined : `npm ended with ${code}`));
  });
}

/** What is installed here is run: nobody else may have put it there. */
function requireOwn(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Windows has neither owners nor modes here, and a folder for each user's temporary files.
  if (process.getuid === undefined) return;
  const entry = lstatSync(folder);
  const isOwn = entry.isDirectory() && entry.uid === process.getuid() && (entry.mode & 0o022) === 0;
  if (!isOwn) throw new Error(`${folder} belongs to somebody else, or others may write there: remove it.`);
}

/**
 * Installs a manifest's packages into a folder, once and for all runs.
 * @throws Error when two attempts fail, or when the folder is not this user's own
 */
export async function installInto(folder, manifest, limit = usualLimit) {
  requireOwn(folder);
  if (existsSync(join(folder, 'complete'))) return;
  writeFileSync(join(folder, 'package.json'), manifest);
  const problems = [];
  while (problems.length < 2) {
    // What an attempt has left is of no use to the next.
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    const problem = await attempt(folder, limit);
    if (problem === undefined) {
      writeFileSync(join(folder, 'complete'), '');
      return;
    }
    problems.push(problem);
  }
  throw new Error(
    `The peers could not be installed into ${folder} (${problems.join(', then ')}): is the registry reachable? Run the bench again.`,
  );
}
