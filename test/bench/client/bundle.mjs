import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Programs are resolved as if they stood in this folder, whose package has the client as a dependency. */
const resolveDir = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles a program as a user would, minified, with code splitting: what is behind `import()` is not loaded by it.
 * Answers the gzip bytes of everything that loading the program loads.
 */
export async function gzipBytes(program, platform, { splitting = true } = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    platform,
    splitting,
    outdir: resolveDir,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const loaded = staticOutputs(metafile.outputs);
  const files = outputFiles.filter(({ path }) =>
    [...loaded].some((name) => path.endsWith(name.split('/').at(-1))),
  );
  return files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

/** The entry and what it imports statically, however deep. */
function staticOutputs(outputs) {
  const loaded = new Set();
  const visit = (name) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const { path, kind } of outputs[name]?.imports ?? []) if (kind === 'import-statement') visit(path);
  };
  visit(
    Object.keys(outputs).find((name) => outputs[name].entryPoint !== undefined && name.includes('stdin')),
  );
  return loaded;
}

const calls = {
  deleteCustomImages: `{ RegionId: 'cn-hangzhou', ImageIds: ['m-1'] }`,
  modifyImageShareStatus: `{ RegionId: 'cn-hangzhou', ImageId: 'm-1', Operation: 'Share' }`,
};

const settings = `{ region: 'cn-hangzhou', credentials: { accessKeyId: 'a', accessKeySecret: 'b' } }`;

/** A program that calls both operations as methods of a client. */
export const clientProgram = (entry) => `
  import { createClient } from '${entry}';
  const client = createClient(${settings});
  ${Object.entries(calls)
    .map(([name, request]) => `console.log(await client.${name}(${request}));`)
    .join('\n')}`;

/** A program that calls operations as functions over a connection. */
export const functionProgram = (entry, names = Object.keys(calls)) => `
  import { createConnection, ${names.join(', ')} } from '${entry}';
  const connection = createConnection(${settings});
  ${names.map((name) => `console.log(await ${name}(connection, ${calls[name] ?? '{}'}));`).join('\n')}`;

/** The same with the official SDK. */
export const officialProgram = `
  import Swas from '@alicloud/swas-open20200601';
  import Core from '@alicloud/openapi-core';
  const client = new Swas.default(new Core.$OpenApiUtil.Config({ accessKeyId: 'a', accessKeySecret: 'b', endpoint: 'swas.cn-hangzhou.aliyuncs.com' }));
  console.log(await client.deleteCustomImages(new Swas.DeleteCustomImagesRequest({ regionId: 'cn-hangzhou', imageIds: '["m-1"]' })));
  console.log(await client.modifyImageShareStatus(new Swas.ModifyImageShareStatusRequest({ regionId: 'cn-hangzhou', imageId: 'm-1', operation: 'Share' })));`;
