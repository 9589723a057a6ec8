import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { ensureJar, runGenerator } from '@swas/spec/openapi-generator';
import { parse } from 'yaml';

/** Names are left as the spec has them, so that properties can be compared by name. */
export const options = {
  modelPropertyNaming: 'original',
  paramNaming: 'original',
  enumPropertyNaming: 'original',
};

const pinFolder = dirname(createRequire(import.meta.url).resolve('@swas/spec/package.json'));

/** The value of a parameter that holds JSON text is what the text holds: openapi-generator does not read `contentSchema`. */
function lift(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lift);
  if (typeof value !== 'object' || value === null) return value;
  if ('contentSchema' in value) return lift(value.contentSchema);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, lift(inner)]));
}

/** The configuration of one specification in a batch. The copy of the spec is JSON: their reader of YAML refuses some texts. */
function configure(spec: string, folder: string): string {
  const name = basename(spec, '.yaml');
  const inputSpec = join(folder, `${name}.spec.json`);
  writeFileSync(inputSpec, JSON.stringify(lift(parse(readFileSync(spec, 'utf8')))));
  const configuration = {
    generatorName: 'typescript-fetch',
    inputSpec,
    outputDir: join(folder, name, 'theirs'),
    additionalProperties: options,
    globalProperties: { apiDocs: 'false', modelDocs: 'false' },
  };
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(configuration));
  return file;
}

/**
 * Emits typescript-fetch clients by one Java process: `<folder>/<name of the spec>/theirs`.
 * @returns what the process printed, which says why a client is missing
 */
export async function emitTheirs(specs: readonly string[], folder: string): Promise<string> {
  const { missing, wrong } = await ensureJar(pinFolder);
  const problem = missing ?? wrong;
  if (problem !== undefined) throw new Error(problem);
  const shared = join(dirname(specs[0]!), 'shared');
  cpSync(shared, join(folder, 'shared'), { recursive: true });
  const files = specs.map((spec) => configure(spec, folder));
  const { stdout, stderr } = await runGenerator(['batch', '--threads', '2', ...files], pinFolder, 600_000);
  return stdout + stderr;
}

/** What their client calls the parts of one operation. */
export interface TheirOperation {
  readonly path: string;
  /** Absent when there are no parameters. */
  readonly request: string | undefined;
  /** Name of the method whose answer still has its headers. */
  readonly method: string;
}

const methodPattern =
  /async (?<name>\w+)RequestOpts\((?:requestParameters: (?<request>\w+))?.*?let urlPath = `(?<path>[^`]*)`/gs;

/** Reads the operations off an emitted client, since its names are made by rules of its own. */
export function theirOperations(folder: string): readonly TheirOperation[] {
  const apis = join(folder, 'apis');
  const text = readdirSync(apis).map((file) => readFileSync(join(apis, file), 'utf8'));
  return [...text.join('\n').matchAll(methodPattern)].map(({ groups }) => ({
    path: groups!['path']!,
    request: groups!['request'],
    method: `${groups!['name']}Raw`,
  }));
}
