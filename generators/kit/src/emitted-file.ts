import type { ApiModel } from '@swas/generator-model';

/** A file that a generator produced: by `emittedFile`, or as plain data where its text is at hand anyway. */
export interface EmittedFile {
  /** Path below the package's `src/generated`, with `/` between segments. */
  readonly path: string;
  /** May be made anew by each look. @throws UnsupportedError when the generator cannot express an input. */
  readonly content: string;
  /** What the content depends on, where that is known. */
  readonly recipe?: Recipe;
}

/** The text of a file that the formatter would leave as it is: a test shows that for what this kit prints. */
export class FormattedText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** The text of a file, to be formatted unless it says that it is. */
export type FileText = string | FormattedText;

/** A function and what it is called with. The same recipe gives the same text, so that it need not be followed again. */
export interface Recipe {
  readonly print: (...inputs: never) => FileText;
  /** Compared by identity: between two models of a watched spec, equal parts are the same object. */
  readonly inputs: readonly unknown[];
}

/**
 * A file that is printed only when its content is asked for, so that a large spec's files are never all in memory.
 * @param print a function of a module, which sees nothing but its inputs: no closure, no state, no whole model.
 * @param inputs as little as the file depends on: an edit elsewhere then leaves it alone when a spec is watched.
 */
export function emittedFile<Inputs extends readonly unknown[]>(
  path: string,
  print: (...inputs: Inputs) => FileText,
  ...inputs: Inputs
): EmittedFile {
  return {
    path,
    recipe: { print, inputs },
    get content() {
      return print(...inputs).toString();
    },
  };
}

/** The text of a file, made once. */
export function textOf(file: EmittedFile): FileText {
  const { recipe } = file;
  return recipe === undefined ? file.content : recipe.print(...(recipe.inputs as never));
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
