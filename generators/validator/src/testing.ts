/** For tests of the emitted code: checks of bare JSON Schemas, which no spec need hold. */
import type { JsonSchema } from '@swas/generator-model';
import { createCompiler } from './compile.ts';
import { editShared } from './edit/index.ts';
import { supportedFormats } from './formats.ts';

/** A check as text: functions of `data`, `out` and `path`, which call the validator package's support functions. */
export interface CheckText {
  /** Declarations of the patterns and all functions. */
  readonly code: string;
  /** Function that checks the schema of each id. */
  readonly functionNames: ReadonlyMap<string, string>;
}

/** Compiles schemas that refer to each other by id. */
export function compileSchemas(schemas: Readonly<Record<string, JsonSchema>>): CheckText {
  const compiler = createCompiler();
  const ids = Object.keys(schemas);
  for (const id of ids) compiler.add(id, schemas[id] ?? {});
  const compiled = ids.map((id) => compiler.compile(id));
  const functionNames = new Map(compiled.map(({ name }, index) => [name, `check${index}`]));
  const common = {
    functionNames,
    patternTexts: new Map<string, string>(),
    formatFunctions: [...supportedFormats.values()],
  };
  const texts = compiled.map((each, index) => {
    const { code, patterns } = editShared(each, `check${index}`, common);
    const constants = [...patterns].map(
      ([name, pattern]) => `const ${name} = /${pattern.source}/${pattern.flags};`,
    );
    return `const check${index} = (() => { ${constants.join('\n')}\n${code.replace('export function', 'return function')} })();`;
  });
  return { code: texts.join('\n'), functionNames: new Map(ids.map((id, index) => [id, `check${index}`])) };
}
