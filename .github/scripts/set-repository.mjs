// Writes `repository` into every package that is to be published, from what GitHub says of the running workflow. The registry
// accepts provenance only where both agree; the field is not committed, so that a fork publishes as itself.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY) {
  process.stderr.write(
    'GITHUB_SERVER_URL and GITHUB_REPOSITORY are not set: this runs in a GitHub workflow, which sets both.\n',
  );
  process.exit(2);
}

for (const folder of readdirSync('packages')) {
  const path = `packages/${folder}/package.json`;
  if (!existsSync(path)) continue;
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  if (manifest.private === true) continue;
  const url = `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`;
  manifest.repository = { type: 'git', url, directory: `packages/${folder}` };
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
