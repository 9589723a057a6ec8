/** The generator of the reference site's data: the document that it shows, and every documented fact with its places. */
import { literal, sourceFile, type EmittedFile, type Generator } from '@swas/generator-kit';
import type { JsonValue } from '@swas/generator-model';
import { buildDocument } from './document/build-document.ts';
import { buildFacts, buildPages } from './facts/build-facts.ts';
import { buildSamples } from './samples/build-samples.ts';

const generatorName = '@swas/generator-docs';

/** A file that exports one constant of a type that the package declares by hand. */
function constantFile(path: string, name: string, type: string, from: string, value: JsonValue): EmittedFile {
  return sourceFile({
    path,
    generator: generatorName,
    statements: [
      `import type { ${type.replaceAll(/^readonly |\[\]$/g, '')} } from '${from}';`,
      `export const ${name}: ${type} = ${literal(value)};`,
    ],
  });
}

/** Emits `document.ts`, `facts.ts`, `pages.ts` and `samples.ts`. Pure: no disk, no clock. */
export const generator: Generator = {
  name: generatorName,
  emit: (model) => [
    constantFile('document.ts', 'document', 'OpenApiDocument', '../open-api.ts', buildDocument(model)),
    constantFile('facts.ts', 'facts', 'readonly Fact[]', '../facts.ts', buildFacts(model)),
    constantFile('pages.ts', 'pages', 'readonly Page[]', '../facts.ts', buildPages(model)),
    constantFile('samples.ts', 'samples', 'readonly Sample[]', '../samples.ts', buildSamples(model)),
  ],
};
