import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installInto } from './install.mjs';

/** Exact versions of the generators that ours is measured beside. They are not dependencies of the project: only this bench runs them. */
const packages = {
  '@hey-api/openapi-ts': '0.99.0',
  '@kubb/cli': '4.39.3',
  '@kubb/core': '4.39.3',
  '@kubb/plugin-client': '4.39.3',
  '@kubb/plugin-oas': '4.39.3',
  '@kubb/plugin-ts': '4.39.3',
  oazapfts: '7.5.0',
  'openapi-typescript': '7.13.0',
  orval: '8.33.0',
  'typed-openapi': '2.2.7',
  typescript: '5.9.3',
};

const java = fileURLToPath(new URL('java.mjs', import.meta.url));

/**
 * How each is asked for a client of a spec, or for types alone where it emits no client. A `slow` one runs once, and not at the sizes that it
 * does not finish within minutes: no round of it would change which peer is the best.
 */
export const peers = {
  oazapfts: { bin: 'oazapfts', parameters: (spec, out) => [spec, join(out, 'client.ts')] },
  'typed-openapi': { bin: 'typed-openapi', parameters: (spec, out) => [spec, '-o', join(out, 'client.ts')] },
  'openapi-typescript': {
    bin: 'openapi-typescript',
    parameters: (spec, out) => [spec, '-o', join(out, 'types.ts')],
  },
  'hey-api': {
    bin: 'openapi-ts',
    parameters: (spec, out) => ['-i', spec, '-o', out, '-c', '@hey-api/client-fetch', '--silent'],
  },
  orval: {
    bin: 'orval',
    parameters: (spec, out) => ['--input', spec, '--output', join(out, 'client.ts'), '--client', 'fetch'],
  },
  kubb: {
    bin: 'kubb',
    slow: true,
    parameters: (spec, out, bin) => ['generate', '--config', kubbConfig(spec, out, bin)],
  },
  'openapi-generator': { file: java, slow: true, parameters: (spec, out) => [spec, out] },
};

/** kubb takes its settings from a module alone, which finds its plugins from where it stands: beside them. */
function kubbConfig(spec, out, bin) {
  const file = join(bin, '..', '..', 'kubb.config.mjs');
  const settings = {
    root: out,
    input: { path: spec },
    output: { path: join(out, 'client'), format: false, lint: false },
  };
  writeFileSync(
    file,
    `import { defineConfig } from '@kubb/core';
import { pluginClient } from '@kubb/plugin-client';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';
const plugins = [
  pluginOas({ generators: [], validate: false }),
  pluginTs({ output: { path: 'types.ts' } }),
  pluginClient({ output: { path: 'client.ts' }, client: 'fetch' }),
];
export default defineConfig({ ...${JSON.stringify(settings)}, plugins });
`,
  );
  return file;
}

/** Installs the peers once into a folder outside of the repository. Answers where their commands are. @throws Error as `installInto` does */
export async function installPeers() {
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies: packages });
  const key = createHash('sha256').update(manifest).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `swas-bench-peers-${key}`);
  await installInto(folder, manifest);
  return join(folder, 'node_modules', '.bin');
}
