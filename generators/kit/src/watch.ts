import { once } from 'node:events';
import { resolve } from 'node:path';
import { DiagnosticError } from '@swas/generator-model';
import { watch as watchFiles } from 'chokidar';
import pc from 'picocolors';
import { reportFailure } from './report.ts';
import { runOnce, type RunOptions } from './run.ts';

/** Pause after a change, in ms: editors write a file in more than one step. */
const settleTime = 30;

/**
 * Regenerates on every change of a file that the spec consists of, until aborted. A broken edit is reported and leaves the generated
 * code as it was; the next good one continues.
 */
export async function watchSpec(options: RunOptions, signal?: AbortSignal): Promise<void> {
  const watcher = watchFiles([options.spec], { ignoreInitial: true });
  let queue = Promise.resolve();
  const regenerate = async (): Promise<void> => {
    try {
      const { files } = await runOnce(options);
      watcher.add([...files]);
    } catch (error) {
      // A file that was referred to for the first time is not among those watched yet, and it is the one to be mended.
      if (error instanceof DiagnosticError) watcher.add(error.diagnostics.map(({ file }) => resolve(file)));
      reportFailure(error, options.json);
    }
    process.stderr.write(pc.dim('Watching for changes; Ctrl-C ends.\n'));
  };
  let timer: NodeJS.Timeout | undefined;
  const schedule = (): void => {
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
