import type { ApiModel } from '@swas/generator-model';

/** A file that a generator produced. */
export interface EmittedFile {
  /** Path below the package's `src/generated`, with `/` between segments. */
  readonly path: string;
  readonly content: string;
}

/** A generator: a pure function of the model under a name. It touches no disk and knows no spec syntax. */
export interface Generator {
  /** Name of its package, for the header of emitted files. */
  readonly name: string;
  /** @throws UnsupportedError when the model holds something that this generator cannot emit. */
  emit(model: ApiModel): readonly EmittedFile[];
}

/** Thrown by a generator for a model that it cannot express; the message says what and how to get around it. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
}
