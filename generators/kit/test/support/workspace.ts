import { join } from 'node:path';
import { newFolder, readFiles } from './folder.ts';

/** A spec of one operation. */
export const spec = (summary = 'Acts.'): string => `openapi: 3.1.0
info: { title: Shop, version: '1' }
x-acs-product: shop
x-acs-version: '2020-06-01'
paths:
  /Act:
    post:
      operationId: Act
      summary: ${summary}
      responses: { '200': { description: Done. } }
`;

/** A generator in plain JavaScript: one file an operation, and one that always stays the same. */
const generator = `export const generator = {
  name: 'test',
  emit: ({ operations }) => {
    const [bad] = operations.filter(({ summary }) => summary === 'Fails.');
    if (bad !== undefined) throw new Error('cannot emit ' + bad.name);
    const files = operations.map(({ fileName, summary }) => ({
      path: fileName + '.ts',
      content: 'export const summary = ' + JSON.stringify(summary),
    }));
    return [...files, { path: 'same.ts', content: 'export const same = 1;' }];
  },
};
`;

/** A workspace with one generated package, `shop`, and the hand-written `runtime`. */
export function newWorkspace(): string {
  return newFolder({
    'pnpm-workspace.yaml': 'packages: []\n',
    'package.json': JSON.stringify({
      packageManager: 'pnpm@1.2.3',
      engines: {},
      devDependencies: { typescript: '7.0.2' },
    }),
    'tsconfig.base.json': '{}\n',
    'spec/openapi.yaml': spec(),
    'packages/runtime/package.json': JSON.stringify({
      name: '@swas/runtime',
      scripts: { build: 'tsc', test: 'vitest' },
    }),
    'packages/runtime/src/index.ts': 'export {};\n',
    'packages/shop/package.json': JSON.stringify({
      name: '@swas/shop',
      type: 'module',
      generator: './generator.mjs',
      dependencies: { '@swas/runtime': 'workspace:*' },
      devDependencies: { '@swas/generator-client': 'workspace:*', vitest: '1.0.0' },
    }),
    'packages/shop/generator.mjs': generator,
    'packages/shop/src/index.ts': "export * from './generated/act.ts';\nimport '@swas/runtime';\n",
    'packages/shop/test/a.test.ts': '',
  });
}

/** Where the workspace's package holds its generated code. */
export const generatedIn = (workspace: string): string => join(workspace, 'packages/shop/src/generated');

/** The generated code, by path. */
export const generated = (workspace: string): Record<string, string> => readFiles(generatedIn(workspace));

/** What the spec above gives. */
export const emitted = (summary = 'Acts.'): Record<string, string> => ({
  'act.ts': `export const summary = '${summary}';\n`,
  'same.ts': 'export const same = 1;\n',
});
