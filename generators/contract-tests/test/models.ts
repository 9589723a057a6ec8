import { fileURLToPath } from 'node:url';
import { loadModel, type ApiModel } from '@swas/generator-model';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** An invented API of another product, so that nothing can depend on the names of the real one. */
export const lamps: ApiModel = loadModel(path('./fixtures/lamps.yaml'), {
  workflows: path('./fixtures/lamps.arazzo.yaml'),
});

/** The repository's own API. */
export const own: ApiModel = loadModel(path('../../../spec/openapi.yaml'), {
  workflows: path('../../../spec/workflows.arazzo.yaml'),
});
