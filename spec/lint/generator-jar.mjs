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
/** Without the first the wrapper asks a search service for newer versions; by the others it finds `openapitools.json`. */
const environment = (directory) => ({
  OPENAPI_GENERATOR_CLI_SEARCH_URL: 'DEFAULT',
  PWD: directory,
  INIT_CWD: directory,
});

/** Runs the wrapper, which downloads the pinned jar first when it is missing. `timeout` in milliseconds. */
export function runGenerator(args, directory, timeout) {
  return runCommand(process.execPath, [wrapper, ...args], {
    cwd: directory,
    env: environment(directory),
    timeout,
  });
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
  // Listing versions makes the wrapper download the jar without running it.
  if (!existsSync(file))
    await runGenerator(['version-manager', 'list', version, '--json'], directory, 600_000);
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
