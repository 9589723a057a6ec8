import { stripVTControlCharacters } from 'node:util';
import { onTestFinished, vi } from 'vitest';
import { main } from '../../src/command.ts';

/** What a command printed, without colours, and how it ended. */
export interface Outcome {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Collects what is written to standard output and standard error until the test ends. */
export function captureOutput(): { readonly out: () => string; readonly err: () => string } {
  const [out, err] = (['stdout', 'stderr'] as const).map((name) => {
    const spy = vi.spyOn(process[name], 'write').mockImplementation(() => true);
    onTestFinished(() => spy.mockRestore());
    return (): string => stripVTControlCharacters(spy.mock.calls.map(([text]) => String(text)).join(''));
  }) as [() => string, () => string];
  return { out, err };
}

/** Runs `generate` with the given flags in a workspace. */
export async function generate(workspace: string, ...flags: readonly string[]): Promise<Outcome> {
  const { out, err } = captureOutput();
  const exitCode = await main(['node', 'generate', ...flags], workspace);
  const outcome = { exitCode, out: out(), err: err() };
  vi.restoreAllMocks();
  return outcome;
}
