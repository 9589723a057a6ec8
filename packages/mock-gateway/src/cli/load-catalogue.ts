import type { Catalogue } from '../catalogue.ts';
import { UsageError } from '../usage-error.ts';

/** The parts of the generators that are used. They are tools of the repository, not dependencies of this package. */
interface ModelPackage {
  loadModel(specPath: string): unknown;
}
interface GeneratorPackage {
  buildCatalogue(model: unknown): Catalogue;
}

// Names in variables: the packages are absent where only the emulator is installed, and need not resolve there.
const modelPackage = '@swas/generator-model';
const generatorPackage = '@swas/generator-mock-gateway';

/**
 * Builds the catalogue of an OpenAPI spec.
 * @throws {UsageError} when the generators are not installed, or with every fault of the spec by file, line and column
 */
export async function loadCatalogue(specPath: string): Promise<Catalogue> {
  const { loadModel } = await importTool<ModelPackage>(modelPackage);
  const { buildCatalogue } = await importTool<GeneratorPackage>(generatorPackage);
  try {
    return buildCatalogue(loadModel(specPath));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function importTool<T>(name: string): Promise<T> {
  try {
    return (await import(name)) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError(
      `--spec needs the package ${name}, which is not installed. Run the gateway from the repository, after \`pnpm install\` and \`pnpm build\`.`,
      { cause: error },
    );
  }
}
