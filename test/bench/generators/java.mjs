// openapi-generator's TypeScript client, by the jar that the project pins: `java.mjs SPEC OUT`. What Java used is told as the hook tells it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureJar, readPin } from '@swas/spec/openapi-generator';

const [, , spec, out] = process.argv;
const pinFolder = dirname(fileURLToPath(import.meta.resolve('@swas/spec/package.json')));

/** Why it cannot be measured here is its last line on standard error, which the bench passes on. */
function giveUp(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

if (spawnSync('java', ['-version'], { stdio: 'ignore' }).status !== 0) giveUp('no Java here');
if (!existsSync('/proc/self/stat')) giveUp('what Java uses is read from /proc, which only Linux has');
const { missing, wrong } = await ensureJar(pinFolder);
if (missing ?? wrong) giveUp(missing ?? wrong);

const parameters = [
  '-jar',
  readPin(pinFolder).file,
  'generate',
  '-g',
  'typescript-fetch',
  '-i',
  spec,
  '-o',
  out,
];
const child = spawn('java', parameters, { stdio: 'ignore' });
// The bench ends what takes too long; Java would go on.
process.on('SIGTERM', () => {
  child.kill('SIGKILL');
  process.kill(process.pid, 'SIGKILL');
});

/** The system counts in hundredths of a second and in KiB. Its last word before the end is near enough: the loop asks often. */
let used;
function look() {
  try {
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const kibibytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
    if (kibibytes !== undefined)
      used = { cpu: (Number(stat[11]) + Number(stat[12])) / 100, mebibytes: Number(kibibytes) / 1024 };
  } catch {
    // It has just ended.
  }
}
const timer = setInterval(look, 20);
child.on('close', (code) => {
  clearInterval(timer);
  if (code !== 0 || used === undefined) giveUp(`openapi-generator ended with ${code}`);
  const target = process.env.SWAS_BENCH_USAGE;
  if (target !== undefined) writeFileSync(target, JSON.stringify(used));
});
