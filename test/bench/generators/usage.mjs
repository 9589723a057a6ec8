// Loaded before a measured program and what it starts: at its end each adds what it used where the environment says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { SWAS_BENCH_USAGE: target } = process.env;

// A thread's figures are those of its process.
if (target !== undefined && isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const earlier = existsSync(target) ? JSON.parse(readFileSync(target, 'utf8')) : { cpu: 0, mebibytes: 0 };
    const cpu = earlier.cpu + (userCPUTime + systemCPUTime) / 1e6;
    writeFileSync(target, JSON.stringify({ cpu, mebibytes: Math.max(earlier.mebibytes, maxRSS / 1024) }));
  });
}
