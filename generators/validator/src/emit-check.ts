import { header } from '@swas/generator-kit';
import type { EmittedFile } from '@swas/generator-kit';
import type { EditedFunction } from './edit/index.ts';
import { supportFunctions } from './edit/index.ts';
import { supportedFormats } from './formats.ts';

/** Files of the validator package that checks import functions from, seen from `src`. */
const supportFiles: readonly (readonly [string, readonly string[]])[] = [
  ['check-support.ts', supportFunctions],
  ['formats.ts', [...supportedFormats.values()]],
];

/** File of the checks that operations share. */
export const sharedChecksPath = 'schemas.check.ts';

/** A file of checks. ajv's code has no types, so the compiler does not look at it; a typed wrapper stands beside it. */
export function emitChecks(
  generator: string,
  path: string,
  functions: readonly EditedFunction[],
): EmittedFile {
  const patterns = functions.flatMap((each) => [...each.patterns]);
  const uses = new Set(functions.flatMap((each) => each.uses));
  const up = path.includes('/') ? '../' : './';
  const imports = supportFiles.flatMap(([file, names]) =>
    importOf(
      `${up === './' ? '' : up}../${file}`,
      names.filter((name) => uses.delete(name)),
    ),
  );
  const shared = path === sharedChecksPath ? [] : importOf(`${up}${sharedChecksPath}`, [...uses]);
  const constants = patterns.map(([name, pattern]) => `const ${name} = /${pattern.source}/${pattern.flags};`);
  // The text was printed from a syntax tree already; parsing it once more would take as long as everything else.
  const lines = [...imports, ...shared, ...constants, ...functions.map(({ code }) => code)].join('\n');
  return { path, content: `// @ts-nocheck\n${header(generator)}\n${lines}\n` };
}

function importOf(file: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`import { ${names.join(', ')} } from '${file}';`];
}
