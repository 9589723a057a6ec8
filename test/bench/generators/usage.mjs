// Loaded before a measured program: at its end writes what it used where the environment says.
import { writeFileSync } from 'node:fs';

const { SWAS_BENCH_USAGE: target } = process.env;
if (target !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(
      target,
      JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, mebibytes: maxRSS / 1024 }),
    );
  });
}
