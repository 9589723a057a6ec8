/** The generator of the reference site's data: the document that it shows, and every documented fact with its places. */
import {
  constantText,
  dataExpression,
  emittedFile,
  typeImport,
  type FileText,
  type Generator,
} from '@swas/generator-kit';
import type { ApiModel, JsonValue } from '@swas/generator-model';
import { buildDocument } from './document/build-document.ts';
import { buildFacts } from './facts/build-facts.ts';
import { buildSamples } from './samples/build-samples.ts';

const generatorName = '@swas/generator-docs';

/** A file that exports one constant of a type that the package declares by hand. */
function dataText(name: string, type: string, from: string, value: JsonValue): FileText {
  return constantText({
    generator: generatorName,
    imports: [typeImport(type.replaceAll(/^readonly |\[\]$/g, ''), from)],
    name,
    type,
    value: dataExpression(value),
  });
}

type Part<Name extends keyof ApiModel> = ApiModel[Name];

const printDocument = (
  operations: Part<'operations'>,
  schemas: Part<'schemas'>,
  servers: Part<'servers'>,
  title: string,
  version: string,
  description: string,
): FileText => {
  const value = buildDocument({ operations, schemas, servers, title, version, description });
  return dataText('document', 'OpenApiDocument', '../open-api.ts', value);
};

const printFacts = (
  operations: Part<'operations'>,
  schemas: Part<'schemas'>,
  workflows: Part<'workflows'>,
  gatewayErrors: Part<'gatewayErrors'>,
  lines: Part<'lines'>,
): FileText => {
  const value = buildFacts({ operations, schemas, workflows, gatewayErrors, lines });
  return dataText('facts', 'readonly Fact[]', '../facts.ts', value);
};

const printPages = (pages: Part<'pages'>): FileText =>
  dataText(
    'pages',
    'readonly Page[]',
    '../facts.ts',
    pages.map((page) => ({ ...page })),
  );

const printSamples = (
  operations: Part<'operations'>,
  servers: Part<'servers'>,
  schemas: Part<'schemas'>,
): FileText => {
  const value = buildSamples({ operations, servers, schemas });
  return dataText('samples', 'readonly Sample[]', '../samples.ts', value);
};

/** Emits `document.ts`, `facts.ts`, `pages.ts` and `samples.ts`. Pure: no disk, no clock. */
export const generator: Generator = {
  name: generatorName,
  emit({
    operations,
    schemas,
    servers,
    title,
    version,
    description,
    workflows,
    gatewayErrors,
    pages,
    lines,
  }) {
    return [
      emittedFile('document.ts', printDocument, operations, schemas, servers, title, version, description),
      emittedFile('facts.ts', printFacts, operations, schemas, workflows, gatewayErrors, lines),
      emittedFile('pages.ts', printPages, pages),
      emittedFile('samples.ts', printSamples, operations, servers, schemas),
    ];
  },
};
