import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';

const command = new URL('../../dist/command.js', import.meta.url).href;

const program = `import { main } from ${JSON.stringify(command)};
const [workspace, ...flags] = process.argv.slice(1);
process.exitCode = await main(['node', 'generate', ...flags], workspace);`;

/** Moments of a run: it has begun to prepare a folder; it has decided the change. */
export type Moment = 'staging' | 'decided';

/** Whether a run has come to a moment, at least. */
function hasCome(folder: string, moment: Moment): boolean {
  if (!existsSync(folder)) return false;
  const stages = readdirSync(folder).filter((name) => name.startsWith('.generating-'));
  return stages.some((name) => moment === 'staging' || existsSync(join(folder, name, 'journal.json')));
}

/** When a run gets which signal. */
export interface Blow {
  readonly folder: string;
  readonly moment: Moment;
  /** Pause after the moment, in ms. */
  readonly delay: number;
  readonly signal: NodeJS.Signals;
}

/** Starts the built command in a process of its own and sends it a signal. Answers how it ended. */
export async function killedRun(
  workspace: string,
  flags: readonly string[],
  { folder, moment, delay, signal }: Blow,
): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  const options = ['--input-type=module', '-e', program, '--', workspace, ...flags];
  const child = spawn(process.execPath, options, { stdio: 'ignore' });
  const end = once(child, 'exit');
  const running = (): boolean => child.exitCode === null;
  while (running() && !hasCome(folder, 'staging')) await setTimeout(1);
  // What follows takes less than a timer does.
  while (running() && !hasCome(folder, moment)) await setImmediate();
  if (delay > 0) await setTimeout(delay);
  child.kill(signal);
  const [code, cause] = (await end) as [number | null, NodeJS.Signals | null];
  return { code, signal: cause };
}
