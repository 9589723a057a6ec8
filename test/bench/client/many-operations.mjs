import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generator } from '@swas/generator-client';
import { loadModel } from '@swas/generator-model';
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';

const spec = fileURLToPath(new URL('../../../spec/openapi.yaml', import.meta.url));

/** The model with its first operation repeated under other names. */
function enlarge(model, count) {
  const [first] = model.operations;
  const operations = Array.from({ length: count }, (_, index) => ({
    ...first,
    name: `${first.name}${index}`,
    methodName: `${first.methodName}${index}`,
    typeName: `${first.typeName}${index}`,
    fileName: `${first.fileName}-${index}`,
  }));
  return { ...model, operations };
}

/** Gzip bytes of a program that calls one operation out of a client with `count` of them, without validation. */
export async function oneOutOf(count) {
  const folder = await mkdtemp(fileURLToPath(new URL('./.many-', import.meta.url)));
  try {
    const model = enlarge(loadModel(spec), count);
    for (const { path, content } of generator.emit(model)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const name = model.operations[0].methodName;
    const program = `
      import { createConnection, ${name} } from './unvalidated.ts';
      const connection = createConnection({ region: 'cn-hangzhou', credentials: { accessKeyId: 'a', accessKeySecret: 'b' } });
      console.log(await ${name}(connection, { RegionId: 'cn-hangzhou', ImageIds: ['m-1'] }));`;
    const options = { bundle: true, minify: true, format: 'esm', platform: 'node', write: false };
    const { outputFiles } = await build({ stdin: { contents: program, resolveDir: folder }, ...options });
    return gzipSync(outputFiles[0].contents, { level: 9 }).length;
  } finally {
    await rm(folder, { recursive: true });
  }
}
