import {
  emittedFile,
  schemaDeclaration,
  StructureKind,
  typeNamesOf,
  type EmittedFile,
  type FileText,
} from '@swas/generator-kit';
import type { ApiModel, NamedSchema } from '@swas/generator-model';
import { clientText } from './header.ts';

/** `models.ts`: the types of the named schemas. */
export const emitModels = ({ schemas }: ApiModel): EmittedFile => emittedFile('models.ts', print, schemas);

function print(schemas: readonly NamedSchema[]): FileText {
  const names = typeNamesOf({ schemas });
  const declarations = schemas.map((schema) => schemaDeclaration(schema, names));
  // Without a statement the file would not be a module.
  return clientText(declarations.length ? declarations : [{ kind: StructureKind.ExportDeclaration }]);
}
