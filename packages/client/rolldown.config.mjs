import { defineConfig } from 'rolldown';

/**
 * All that the main entry loads at once stands in one file: each further file costs an import most of a millisecond. The
 * unvalidated entry takes from there what both share, since classes have to be the same in both; so the main file exports a
 * few names more than its entry has. What only an `import()` reaches stays apart.
 */
const oneFile = { name: 'index', tags: ['$initial'], test: /^(?!.*unvalidated[^\\/]*$)/ };

const bundle = (platform, dir, target) => ({
  input: ['src/index.ts', 'src/unvalidated.ts'],
  platform,
  transform: { target },
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir,
    chunkFileNames: '[name].js',
    // The documentation stands in the declarations. What bundlers read is kept.
    comments: { jsdoc: false, legal: false },
    // What an import costs is mostly reading text. Further compression would only get in the way of that of bundlers.
    minify: { compress: false, mangle: { toplevel: false } },
    topLevelVar: true,
    codeSplitting: { includeDependenciesRecursively: false, groups: [oneFile] },
  },
});

export default defineConfig([bundle('node', 'dist', 'node20'), bundle('neutral', 'dist/web', 'es2022')]);
