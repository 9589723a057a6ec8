import { once } from 'node:events';
import { dirname, sep } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import pc from 'picocolors';
import { reportFailure } from './report.ts';
import { runOnce, type RunOptions } from './run.ts';

/** Pause after a change, in ms: editors write a file in more than one step. */
const settleTime = 30;

/** What a spec may consist of. */
const specFile = /\.(?:ya?ml|json)$/;

/** Folders that hold no spec and many files. */
const otherFolder = /[\\/](?:node_modules|dist|\.[^\\/]+)(?:[\\/]|$)/;

/**
 * Regenerates on every change below the spec's folder, until aborted: a spec refers to files there and nowhere else, and watching the
 * folder also sees those that it does not refer to yet. A broken edit is reported and leaves the generated code as it was; the next
 * good one continues.
 */
export async function watchSpec(options: RunOptions, signal?: AbortSignal): Promise<void> {
  const folder = dirname(options.spec);
  const written = options.out === undefined ? undefined : options.out + sep;
  const ignored = (path: string): boolean =>
    otherFolder.test(path.slice(folder.length)) ||
    (written !== undefined && (path + sep).startsWith(written));
  const watcher = watchFiles(folder, { ignoreInitial: true, ignored });
  let queue = Promise.resolve();
  const regenerate = async (): Promise<void> => {
    try {
      await runOnce(options);
    } catch (error) {
      reportFailure(error, options.json);
    }
    process.stderr.write(pc.dim('Watching for changes; Ctrl-C ends.\n'));
  };
  let timer: NodeJS.Timeout | undefined;
  const schedule = (_event: string, path: unknown): void => {
    if (typeof path === 'string' && !specFile.test(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      queue = queue.then(regenerate);
    }, settleTime);
  };
  // The watcher holds back changes that follow another within 50 ms, for good; only `raw` tells of every one.
  watcher.on('all', schedule).on('raw', schedule);
  // Edits from here on are seen, also those made while the first run goes on.
  await once(watcher, 'ready');
  await regenerate();
  await new Promise<void>((done) => signal?.addEventListener('abort', () => done(), { once: true }));
  clearTimeout(timer);
  await watcher.close();
}
