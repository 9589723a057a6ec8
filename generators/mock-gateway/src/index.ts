/** The generator of the mock gateway's catalogue: what the emulator knows of an API, as typed plain data. */
import { literal, sourceFile, type Generator } from '@swas/generator-kit';
import { buildCatalogue } from './build-catalogue.ts';

export { buildCatalogue } from './build-catalogue.ts';

/** Emits `catalogue.ts`. Pure: no disk, no clock. */
export const generator: Generator = {
  name: 'mock-gateway',
  emit: (model) => [
    sourceFile({
      path: 'catalogue.ts',
      generator: 'mock-gateway',
      statements: [
        `import type { Catalogue } from '../catalogue.ts';`,
        [
          '/** Every operation, parameter and error of the spec, as the gateway serves them. */',
          `export const catalogue: Catalogue = ${literal(buildCatalogue(model))};`,
        ].join('\n'),
      ],
    }),
  ],
};
