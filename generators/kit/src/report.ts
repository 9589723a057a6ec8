import { DiagnosticError, formatDiagnostic, type Diagnostic } from '@swas/generator-model';
import pc from 'picocolors';
import { UnsupportedError } from './emitted-file.ts';

/** Exit codes of the command line: a failed check, and input or usage that cannot be worked with. */
export const exitCodes = { success: 0, checkFailed: 1, badInput: 2 } as const;

/** Prints a diagnostic for people: the place first, so that terminals and editors make it a link. */
function printDiagnostic(diagnostic: Diagnostic): void {
  const [first = '', ...rest] = formatDiagnostic(diagnostic).split('\n');
  process.stderr.write(`${pc.red(first)}\n${rest.join('\n')}\n`);
}

/** Prints diagnostics as one JSON document on standard output, or for people on standard error. */
function printDiagnostics(diagnostics: readonly Diagnostic[], json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ diagnostics }, null, 2)}\n`);
    return;
  }
  for (const diagnostic of diagnostics) printDiagnostic(diagnostic);
  process.stderr.write(`\n${diagnostics.length} fault(s); nothing was written.\n`);
}

/** Prints any failure and answers the exit code for it. */
export function reportFailure(error: unknown, json: boolean): number {
  if (error instanceof DiagnosticError) {
    printDiagnostics(error.diagnostics, json);
  } else {
    const message = error instanceof Error ? error.message : String(error);
    const label = error instanceof UnsupportedError ? 'not supported' : 'failed';
    if (json) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    else process.stderr.write(`${pc.red(`${label}: ${message}`)}\nNothing was written.\n`);
  }
  return exitCodes.badInput;
}
