import { DiagnosticError, formatDiagnostic, type Diagnostic } from '@swas/generator-model';
import pc from 'picocolors';
import { UnsupportedError } from './emitted-file.ts';

/** Exit codes of the command line: a failed check, and input or usage that cannot be worked with. */
export const exitCodes = { success: 0, checkFailed: 1, badInput: 2 } as const;

/** Prints a diagnostic for people: the place first, so that terminals and editors make it a link. */
function printDiagnostic(diagnostic: Diagnostic, color: (text: string) => string): void {
  const [first = '', ...rest] = formatDiagnostic(diagnostic).split('\n');
  process.stderr.write(`${color(first)}\n${rest.join('\n')}\n`);
}

/** Prints for people what the spec should not say, and what is made of it nevertheless. */
export function printWarnings(warnings: readonly Diagnostic[]): void {
  if (warnings.length === 0) return;
  for (const warning of warnings) printDiagnostic(warning, pc.yellow);
  process.stderr.write(`\n${warnings.length} warning(s). Wrong examples are left out.\n`);
}

/** Prints diagnostics as one JSON document on standard output, or for people on standard error. */
function printDiagnostics(diagnostics: readonly Diagnostic[], json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ diagnostics }, null, 2)}\n`);
    return;
  }
  for (const diagnostic of diagnostics) printDiagnostic(diagnostic, pc.red);
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
