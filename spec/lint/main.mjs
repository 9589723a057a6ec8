// Runs every check of the spec, prints one line for each, and exits with 1 when one failed.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findSlowPatterns } from './check-patterns.mjs';
import { findBrokenReferences } from './check-references.mjs';
import { lintWithRedocly } from './check-redocly.mjs';
import { validateWithGenerator } from './check-generator.mjs';
import { loadYaml } from './documents.mjs';
import { demandOnCi, failed, fromFindings } from './result.mjs';

const directory = fileURLToPath(new URL('..', import.meta.url));
const OPENAPI = 'openapi.yaml';
const WORKFLOWS = 'workflows.arazzo.yaml';
const files = [OPENAPI, WORKFLOWS].map((file) => loadYaml(join(directory, file)));

const syntaxErrors = files.flatMap((file) => file.findings);
const syntaxCheck = { name: 'YAML syntax', run: async () => fromFindings(syntaxErrors) };

/** @type {readonly import('./result.mjs').Check[]} */
const contentChecks = [
  { name: `redocly lint ${OPENAPI}`, run: () => lintWithRedocly(OPENAPI, directory) },
  { name: `redocly lint ${WORKFLOWS}`, run: () => lintWithRedocly(WORKFLOWS, directory) },
  { name: 'references and cited pages exist', run: async () => fromFindings(findBrokenReferences(files)) },
  { name: 'patterns run in linear time', run: async () => fromFindings(findSlowPatterns(files)) },
  { name: `openapi-generator validate ${OPENAPI}`, run: () => validateWithGenerator(OPENAPI, directory) },
];

/** A check that breaks down has failed; the others still run. */
async function settle(check) {
  try {
    return demandOnCi(await check.run(), process.env['CI'] === 'true');
  } catch (error) {
    return failed([String(error)]);
  }
}

// What other checks say about a file that is not YAML only hides the one thing to mend.
const checks = syntaxErrors.length > 0 ? [syntaxCheck] : [syntaxCheck, ...contentChecks];
const counts = { passed: 0, skipped: 0, failed: 0 };
for (const check of checks) {
  const { status, lines } = await settle(check);
  counts[status] += 1;
  console.log(`${status.padEnd(8)}${check.name}`);
  for (const line of lines) console.log(`        ${line}`);
}
console.log(`${counts.passed} passed, ${counts.skipped} skipped, ${counts.failed} failed`);
if (counts.failed > 0) process.exitCode = 1;
