import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runCommand } from './command.mjs';

const packageFile = createRequire(import.meta.url).resolve(
  '@openapitools/openapi-generator-cli/package.json',
);
const wrapper = join(dirname(packageFile), 'main.js');

/**
 * Has the wrapper download the pinned jar: by listing its versions, which runs none of them. Without the first variable it asks a
 * search service for newer versions; by the others it finds `openapitools.json`.
 */
function downloadJar(version, directory) {
  const env = { OPENAPI_GENERATOR_CLI_SEARCH_URL: 'DEFAULT', PWD: directory, INIT_CWD: directory };
  const args = [wrapper, 'version-manager', 'list', version, '--json'];
  return runCommand(process.execPath, args, { cwd: directory, env, timeout: 600_000 });
}

/** What Java goes by to spell paths: in the plain C locale it finds none that has a letter beyond ASCII. */
function readableLocale({ LC_ALL, LC_CTYPE, LANG } = process.env) {
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG) ? {} : { LC_ALL: 'C.UTF-8' };
}

/**
 * Runs the pinned jar, which has to be there. Not by the wrapper: that joins the arguments to a line for a shell, which takes
 * spaces in a path for the end of it, and runs what stands in `$(…)`.
 */
export function runGenerator(args, directory, timeout, cwd = directory) {
  const options = (process.env.JAVA_OPTS ?? '').split(/\s+/).filter((option) => option !== '');
  const { file } = readPin(directory);
  const env = readableLocale();
  return runCommand('java', [...options, '-jar', file, ...args], { cwd, env, timeout });
}

/** @param {string} directory Directory that holds `openapitools.json`. */
export function readPin(directory) {
  const settings = JSON.parse(readFileSync(join(directory, 'openapitools.json'), 'utf8'))['generator-cli'];
  const { version, sha256, storageDir } = settings;
  return { version, sha256, file: join(directory, storageDir, `${version}.jar`) };
}

/**
 * Makes sure that the pinned jar is there and is the right one, before anything runs it.
 *
 * @param {string} directory
 * @returns {Promise<{ missing?: string, wrong?: string }>} Empty when all is well.
 */
export async function ensureJar(directory) {
  const { version, sha256, file } = readPin(directory);
  if (!existsSync(file)) await downloadJar(version, directory);
  if (!existsSync(file)) {
    return { missing: `openapi-generator ${version} could not be downloaded from Maven Central to ${file}` };
  }
  const actual = await hashFile(file);
  if (actual === sha256) return {};
  return {
    wrong: `${file} has sha256 ${actual}, but openapitools.json expects ${sha256}; delete it or correct the pin`,
  };
}

async function hashFile(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
