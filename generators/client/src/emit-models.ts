import { schemaDeclaration, typeNamesOf, type EmittedFile } from '@swas/generator-kit';
import type { ApiModel } from '@swas/generator-model';
import { emittedFile } from './header.ts';

/** `models.ts`: the types of the named schemas. */
export function emitModels(model: ApiModel): EmittedFile {
  const names = typeNamesOf(model);
  const declarations = model.schemas.map((schema) => schemaDeclaration(schema, names));
  // Without a statement the file would not be a module.
  return emittedFile('models.ts', declarations.length ? declarations : ['export {};']);
}
