import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { suggest } from '@swas/generator-model';
import { ensureJar, runGenerator } from '@swas/spec/openapi-generator';

/** What keeps a client from being emitted; the message says how to mend it. */
export class LanguageError extends Error {
  override readonly name = 'LanguageError';
}

/** The folder whose `openapitools.json` pins the jar, so that lint and generators agree on one version. */
const pinFolder = dirname(createRequire(import.meta.url).resolve('@swas/spec/package.json'));

/** Longest run in milliseconds: a spec of a thousand operations takes about two minutes. */
const timeLimit = 600_000;

/** Whether a Java runtime answers on the PATH. */
export function hasJava(): boolean {
  return spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;
}

/** @throws LanguageError without Java, or when the pinned jar can neither be found nor downloaded */
async function requireGenerator(): Promise<void> {
  if (!hasJava()) {
    throw new LanguageError(
      'Other languages are emitted by openapi-generator, which needs Java, and no `java` answers on the PATH. ' +
        'Install a Java runtime, version 11 or later, or run without --language: the TypeScript packages need none.',
    );
  }
  const { missing, wrong } = await ensureJar(pinFolder);
  const problem = missing ?? wrong;
  if (problem !== undefined) throw new LanguageError(problem);
}

/** Names of every generator that the pinned version has. */
async function listLanguages(): Promise<readonly string[]> {
  const { stdout } = await runGenerator(['list', '--short', '--include', 'all'], pinFolder, timeLimit);
  return stdout.split(/[\s,]+/).filter((name) => name !== '');
}

/** Why a run failed: an unknown language is told apart only now, since listing all takes as long as generating. */
async function explain(language: string, output: string): Promise<LanguageError> {
  const names = await listLanguages();
  // Without any, it is Java or the jar that does not run.
  if (names.length === 0 || names.includes(language))
    return new LanguageError(`openapi-generator failed for ${language}:\n${output.trimEnd()}`);
  const near = suggest(language, names);
  const question = near === undefined ? '' : `; did you mean \`${near}\`?`;
  return new LanguageError(
    `openapi-generator has no generator \`${language}\`${question}\nIt has: ${names.join(', ')}.`,
  );
}

/** Runs one generator on a spec whose file has a plain name. @throws LanguageError with its output when it fails */
export async function generateInto(
  folder: string,
  spec: string,
  language: string,
  flags: readonly string[],
): Promise<void> {
  await requireGenerator();
  const parameters = ['generate', '-g', language, '-i', basename(spec), '-o', folder, ...flags];
  // From where the spec is: openapi-generator takes spaces in a path for a fault of its address.
  const { code, stdout, stderr } = await runGenerator(parameters, pinFolder, timeLimit, dirname(spec));
  if (code !== 0) throw await explain(language, stdout + stderr);
}
