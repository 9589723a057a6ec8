/** The generator of the mock gateway's catalogue: what the emulator knows of an API, as typed plain data. */
import {
  constantText,
  dataExpression,
  emittedFile,
  typeImport,
  type FileText,
  type Generator,
} from '@swas/generator-kit';
import type { ApiModel } from '@swas/generator-model';
import { buildCatalogue } from './build-catalogue.ts';

export { buildCatalogue } from './build-catalogue.ts';
export { ownError } from './build-error-bodies.ts';

/** The catalogue is of everything, so any change of the model prints it anew. */
function printCatalogue(model: ApiModel): FileText {
  return constantText({
    generator: 'mock-gateway',
    imports: [typeImport('Catalogue', '../catalogue.ts')],
    doc: 'Every operation, parameter and error of the spec, as the gateway serves them.',
    name: 'catalogue',
    type: 'Catalogue',
    value: dataExpression(buildCatalogue(model)),
  });
}

/** Emits `catalogue.ts`. Pure: no disk, no clock. */
export const generator: Generator = {
  name: 'mock-gateway',
  emit: (model) => [emittedFile('catalogue.ts', printCatalogue, model)],
};
