import { propertyName, sourceFile } from '@swas/generator-kit';
import type { EmittedFile } from '@swas/generator-kit';
import type { EditedFunction } from './edit/index.ts';

/** Rules that any request can break, whatever its schema says. */
const always = ['required', 'additionalProperties', 'type', 'size', 'unreadable', 'repeated', 'json'];

/** Where a rule cannot be the name of a constant. */
const constantNames: Readonly<Record<string, string>> = {
  enum: 'enumText',
  const: 'constText',
  'false schema': 'falseSchema',
};

/** The sentences of all rules that the checks of a model can find broken. */
export function emitSentences(checks: readonly EditedFunction[], generator: string): EmittedFile {
  const codes = [...new Set([...always, ...checks.flatMap(({ keywords }) => keywords)])].toSorted();
  const entries = codes.map((code) =>
    constantOf(code) === code ? code : `${propertyName(code)}: ${constantOf(code)}`,
  );
  return sourceFile({
    path: 'sentences.ts',
    generator,
    statements: [
      `import { ${codes.map(constantOf).join(', ')} } from '../sentences.ts';`,
      "import type { Sentences } from '../words.ts';",
      `/** What is said about each rule that a request can break. */\nexport const sentences: Sentences = { ${entries.join(', ')} };`,
    ],
  });
}

function constantOf(code: string): string {
  return constantNames[code] ?? code;
}
