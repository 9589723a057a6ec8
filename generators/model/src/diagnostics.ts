/** A place in a file. Line and column are 1-based; the column counts UTF-16 code units. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One fault of a spec, for people: what is wrong, where, and how to mend it. */
export interface Diagnostic extends Location {
  /** What is wrong, naming the offending text. */
  readonly message: string;
  /** What was expected there. */
  readonly expected: string;
  /** What to do about it. */
  readonly hint: string;
}

/** The words of a diagnostic. */
export type Fault = readonly [message: string, expected: string, hint: string];

/** `file:line:column: message`, then what was expected and how to mend it, each on a line of its own. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, message, expected, hint } = diagnostic;
  return `${file}:${line}:${column}: ${message}\n  expected: ${expected}\n  to mend it: ${hint}`;
}

/** By file, line and column. */
export const sorted = (diagnostics: Iterable<Diagnostic>): readonly Diagnostic[] =>
  [...diagnostics].toSorted(byPlace);

/** Whoever mends a file goes through it from top to bottom, whatever order the readers had. */
function byPlace(one: Diagnostic, other: Diagnostic): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}

/** Thrown by `loadModel` when the spec or its workflows hold at least one fault. */
export class DiagnosticError extends Error {
  override readonly name = 'DiagnosticError';
  /** By file, line and column. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const inOrder = sorted(diagnostics);
    super(inOrder.map(formatDiagnostic).join('\n'));
    this.diagnostics = inOrder;
  }
}
