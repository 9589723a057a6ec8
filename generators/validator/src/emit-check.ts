import { header } from '@swas/generator-kit';
import type { NamedSchema, ObjectSchema } from '@swas/generator-model';
import type { EditedFunction } from './edit/index.ts';
import { supportFunctions } from './edit/index.ts';
import { environmentOf } from './environment.ts';
import { supportedFormats } from './formats.ts';
import { generatorName } from './generator-name.ts';

/** Files of the validator package that checks import functions from, seen from `src`. */
const supportFiles: readonly (readonly [string, readonly string[]])[] = [
  ['check-support.ts', supportFunctions],
  ['formats.ts', [...supportedFormats.values()]],
];

/** File of the checks that operations share. */
export const sharedChecksPath = 'schemas.check.ts';

/** The check of a request. `schemas` are those that requests reach. */
export function printCheck(
  name: string,
  request: ObjectSchema,
  secret: string | undefined,
  schemas: readonly NamedSchema[],
): string {
  try {
    return checksText([environmentOf(schemas).checks.request(request, secret)], '../');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot emit the validator of ${JSON.stringify(name)}: ${reason}`, { cause: error });
  }
}

/** The checks that requests share. */
export function printSharedChecks(schemas: readonly NamedSchema[]): string {
  return checksText(environmentOf(schemas).checks.shared(), undefined);
}

/** A file of checks. ajv's code has no types, so the compiler does not look at it; a typed wrapper stands beside it. */
function checksText(functions: readonly EditedFunction[], shared: string | undefined): string {
  const patterns = functions.flatMap((each) => [...each.patterns]);
  const uses = new Set(functions.flatMap((each) => each.uses));
  const imports = supportFiles.flatMap(([file, names]) =>
    importOf(
      `../${shared ?? ''}${file}`,
      names.filter((name) => uses.delete(name)),
    ),
  );
  const others = shared === undefined ? [] : importOf(`${shared}${sharedChecksPath}`, [...uses]);
  const constants = patterns.map(([name, pattern]) => `const ${name} = /${pattern.source}/${pattern.flags};`);
  // The text was printed from a syntax tree already; parsing it once more would take as long as everything else.
  const lines = [...imports, ...others, ...constants, ...functions.map(({ code }) => code)].join('\n');
  return `// @ts-nocheck\n${header(generatorName)}\n${lines}\n`;
}

function importOf(file: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`import { ${names.join(', ')} } from '${file}';`];
}
