/** The wrapper's outcome; `code` is -1 when it could not be started or was killed. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs openapi-generator's wrapper in `directory`, which holds `openapitools.json`. `timeout` in milliseconds. */
export function runGenerator(args: readonly string[], directory: string, timeout?: number): Promise<Finished>;

/** Makes sure that the pinned jar is there and is the right one. Empty when all is well. */
export function ensureJar(directory: string): Promise<{ readonly missing?: string; readonly wrong?: string }>;
