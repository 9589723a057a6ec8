/** The outcome of a run; `code` is -1 when it could not be started or was killed. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the openapi-generator that `openapitools.json` in `directory` pins; `ensureJar` goes first. No shell reads the arguments.
 * `timeout` in milliseconds; `cwd` is `directory` unless it is given.
 */
export function runGenerator(
  args: readonly string[],
  directory: string,
  timeout?: number,
  cwd?: string,
): Promise<Finished>;

/** Makes sure that the pinned jar is there and is the right one. Empty when all is well. */
export function ensureJar(directory: string): Promise<{ readonly missing?: string; readonly wrong?: string }>;
