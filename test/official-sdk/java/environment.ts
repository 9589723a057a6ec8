import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../support/commands.ts';
import { root } from '../../support/workspace.ts';

const pom = join(root, 'test/official-sdk/java/pom.xml');

/** A class path with the official SDK, or why there is none. Resolved once and kept under the hash of what it holds. */
export async function officialJava(): Promise<{ readonly classPath: string } | { readonly reason: string }> {
  for (const program of ['javac', 'mvn']) {
    const found = await run(program, ['-version']).catch(() => undefined);
    if (found?.exitCode !== 0) return { reason: `There is no ${program} on the PATH.` };
  }
  const hash = createHash('sha256').update(readFileSync(pom)).digest('hex');
  const folder = join(root, 'test/node_modules/.cache/official-java');
  const file = join(folder, `${hash.slice(0, 16)}.txt`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) {
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath';
    const resolved = await run('mvn', ['-B', '-q', '-f', pom, goal, `-Dmdep.outputFile=${file}`]);
    if (resolved.exitCode !== 0)
      return { reason: `Maven could not resolve the official SDK: ${resolved.stdout}` };
  }
  return { classPath: readFileSync(file, 'utf8').trim() };
}
