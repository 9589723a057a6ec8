import { pageText, type FileText, type Statement } from '@swas/generator-kit';

/** Name of this package, as it stands in the header of emitted files. */
export const generatorName = '@swas/generator-client';

/** The text of a file of this generator. */
export const clientText = (statements: readonly Statement[]): FileText =>
  pageText({ generator: generatorName, statements });

/** Documentation for a ts-morph structure; none for an empty text. */
export const docs = (text: string): { description: string }[] =>
  text === '' ? [] : [{ description: `\n${text}` }];
