// Loaded into every process of a command: notes what it makes right in the folder of temporary files, by which function, with which mode.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, resolve } from 'node:path';

const { TMPDIR: folder, NOTES: notes } = process.env;
const { appendFileSync, existsSync, lstatSync } = fs;

function note(name, path) {
  if (typeof path !== 'string' || dirname(resolve(path)) !== folder) return;
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return;
  appendFileSync(notes, `${JSON.stringify({ name, path, mode: entry.mode & 0o777 })}\n`);
}

const names = ['mkdtemp', 'mkdir', 'writeFile', 'open', 'cp', 'copyFile', 'rename', 'symlink'];

/** Where a call has made something. */
function madeBy(name, parameters, result) {
  if (name === 'mkdtemp') return result;
  return ['cp', 'copyFile', 'rename', 'symlink'].includes(name) ? parameters[1] : parameters[0];
}

/** To make a folder that is there already makes nothing. */
const stands = (name, parameters) => name !== 'mkdtemp' && existsSync(madeBy(name, parameters));

for (const name of names) {
  const { [`${name}Sync`]: inOneGo } = fs;
  fs[`${name}Sync`] = (...parameters) => {
    const stood = stands(name, parameters);
    const result = inOneGo(...parameters);
    if (!stood) note(name, madeBy(name, parameters, result));
    return result;
  };
  const { [name]: later } = fs.promises;
  fs.promises[name] = async (...parameters) => {
    const stood = stands(name, parameters);
    const result = await later(...parameters);
    if (!stood) note(name, madeBy(name, parameters, result));
    return result;
  };
}
syncBuiltinESMExports();
