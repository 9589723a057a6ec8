// Brings a folder to a fresh generation and kills its own process at a given step of writing: nothing is caught, nothing tidied.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [folder, fresh, step] = process.argv.slice(2);
let left = Number(step);
for (const name of ['mkdirSync', 'mkdtempSync', 'writeFileSync', 'renameSync', 'rmdirSync', 'rmSync']) {
  const real = fs[name];
  fs[name] = (...parameters) => {
    if (left-- === 0) process.kill(process.pid, 'SIGKILL');
    return real(...parameters);
  };
}
syncBuiltinESMExports();
const { bringFolder } = await import('../../dist/owned-files.js');
await bringFolder(folder, fresh);
