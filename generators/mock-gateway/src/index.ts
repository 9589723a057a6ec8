/** The generator of the mock gateway's catalogue: what the emulator knows of an API, as typed plain data. */
import { dataText, emittedFile, fileText, type Generator } from '@swas/generator-kit';
import type { ApiModel } from '@swas/generator-model';
import { buildCatalogue } from './build-catalogue.ts';

export { buildCatalogue } from './build-catalogue.ts';

/** The catalogue is of everything, so any change of the model prints it anew. */
function printCatalogue(model: ApiModel): string {
  return fileText({
    generator: 'mock-gateway',
    statements: [
      `import type { Catalogue } from '../catalogue.ts';`,
      [
        '/** Every operation, parameter and error of the spec, as the gateway serves them. */',
        `export const catalogue: Catalogue = ${dataText(buildCatalogue(model))};`,
      ].join('\n'),
    ],
  });
}

/** Emits `catalogue.ts`. Pure: no disk, no clock. */
export const generator: Generator = {
  name: 'mock-gateway',
  emit: (model) => [emittedFile('catalogue.ts', printCatalogue, model)],
};
