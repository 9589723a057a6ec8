import { sourceFile, type EmittedFile, type Statement } from '@swas/generator-kit';

/** Name of this package, as it stands in the header of emitted files. */
export const generatorName = '@swas/generator-client';

/** A file of this generator. */
export const emittedFile = (path: string, statements: readonly Statement[]): EmittedFile =>
  sourceFile({ path, generator: generatorName, statements });

/** Documentation for a ts-morph structure; none for an empty text. */
export const docs = (text: string): { description: string }[] =>
  text === '' ? [] : [{ description: `\n${text}` }];
