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
      reportFailure(error, options.json);
    }
    process.stderr.write(pc.dim('Watching for changes; Ctrl-C ends.\n'));
  };
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      queue = queue.then(regenerate);
    }, settleTime);
  });
  await regenerate();
  await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
  clearTimeout(timer);
  await watcher.close();
}
