import { defineConfig } from 'rolldown';

/** Every entry is one file, which shares nothing with the others: each further file costs an import most of a millisecond. */
const entries = ['index', 'is', 'validate', 'json-schema'];

export default defineConfig(
  entries.map((entry) => ({
    input: `src/${entry}.ts`,
    platform: 'neutral',
    transform: { target: 'es2022' },
    output: {
      dir: 'dist',
      // The documentation stands in the declarations. What bundlers read is kept.
      comments: { jsdoc: false, legal: false },
      // What an import costs is mostly reading text. What shows in a stack trace keeps its name.
      minify: { compress: true, mangle: { toplevel: false } },
      topLevelVar: true,
    },
  })),
);
