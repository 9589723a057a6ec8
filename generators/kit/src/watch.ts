import { once } from 'node:events';
import type { Stats } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { watch as watchFiles } from 'chokidar';
import pc from 'picocolors';
import { heard } from './heard.ts';
import { reportFailure } from './report.ts';
import { RunMemory } from './run-memory.ts';
import { rehearse, runOnce, type RunOptions } from './run.ts';

/** Pause after a change before it is read, in ms: even the shortest write is told in two steps, first that the file was emptied. */
const startTime = 1;

/** Pause after a change before anything is written, in ms: editors write a file in more than one step, one right after the other. */
const settleTime = 5;

/** How long a fault must stand before it is shown, in ms: where the steps take longer, what lies between them is no fault. */
const faultTime = 100;

/** Runs after the first one that only make the code of the next one fast: it is compiled well when it has run often enough. */
const rehearsals = 8;

/** What a spec may consist of. */
const specFile = /\.(?:ya?ml|json)$/;

/** Folders that hold no spec and many files. */
const otherFolder = /[\\/](?:node_modules|dist|\.[^\\/]+)(?:[\\/]|$)/;

/** Ends a run that another change has overtaken. */
class Overtaken extends Error {}

/** Runs again and again, with what it remembers of the runs before. */
class Regeneration {
  readonly #options: RunOptions;
  readonly #memory = new RunMemory();
  #queue = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #started = 0;
  /** Names of changed files that no run has read yet. */
  readonly #unread = new Set<string>();
  #isIdle = true;

  constructor(options: RunOptions) {
    this.#options = options;
  }

  /** Runs once it is quiet. A fault of the run before is that of an unfinished edit, and is not shown. */
  schedule(name: string): void {
    this.stop();
    this.#unread.add(name);
    this.#timer = setTimeout(() => {
      this.#queue = this.#queue.then(() => (this.#unread.size === 0 ? undefined : this.run()));
    }, startTime);
  }

  /** Runs for the first time, and then gets ready for the first edit. */
  async start(): Promise<void> {
    this.#queue = this.run();
    await this.#queue;
    this.#queue = this.#queue.then(() => this.#warmUp());
  }

  /** Whether a file is as the latest run has read it. */
  hasRead(stat: Stats | undefined): boolean {
    return stat !== undefined && stat.mtimeMs < this.#started;
  }

  async run(): Promise<void> {
    this.#started = Date.now();
    this.#unread.clear();
    const settled = sleep(settleTime);
    try {
      await runOnce(this.#options, this.#memory, async () => {
        await settled;
        await heard();
        this.#checkUnread();
      });
      this.#rest();
    } catch (error) {
      // A later change has a run of its own, and tells what is wrong by then.
      if (this.#unread.size > 0) return;
      this.#timer = setTimeout(() => {
        reportFailure(error, this.#options.json);
        this.#rest();
      }, faultTime);
    }
  }

  /** What was told during a run may be what it has read. Other files of the folder may change all the time. @throws Overtaken */
  #checkUnread(): void {
    if (this.#unread.size === 0) return;
    const { files, isCurrent } = this.#memory.spec;
    if (!isCurrent) throw new Overtaken();
    for (const file of files) this.#unread.delete(basename(file));
  }

  /** Gets ready for the first edit, for as long as there is none. */
  async #warmUp(): Promise<void> {
    try {
      for (let count = 0; count < rehearsals; count += 1) {
        if (!this.#isIdle) return;
        await rehearse(this.#options, this.#memory, count);
        // What watches is heard in between.
        await setImmediate();
      }
    } catch {
      // The run that the next edit asks for tells of it.
    }
  }

  stop(): void {
    this.#isIdle = false;
    clearTimeout(this.#timer);
  }

  #rest(): void {
    process.stderr.write(pc.dim('Watching for changes; Ctrl-C ends.\n'));
  }
}

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
  const regeneration = new Regeneration(options);
  const schedule = (path: unknown): void => {
    if (typeof path !== 'string') regeneration.schedule('');
    else if (specFile.test(path)) regeneration.schedule(basename(path));
  };
  // `raw` tells of every change at once. `all` comes late, and never for a change that follows another within 50 ms.
  watcher.on('raw', (_event, path) => schedule(path));
  watcher.on('all', (_event, path, stat) => regeneration.hasRead(stat) || schedule(path));
  // Edits from here on are seen, also those made while the first run goes on.
  await once(watcher, 'ready');
  await regeneration.start();
  await new Promise<void>((done) => signal?.addEventListener('abort', () => done(), { once: true }));
  regeneration.stop();
  await watcher.close();
}
