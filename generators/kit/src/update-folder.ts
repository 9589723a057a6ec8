import { readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { FileText, Recipe } from './emitted-file.ts';
import { entryAt } from './file-tree.ts';
import type { FolderMemory } from './folder-memory.ts';
import { formatTexts } from './format.ts';
import { Ways } from './ways.ts';

/** A file that a folder is to hold. */
export interface WantedFile {
  /** Path below the folder. */
  readonly path: string;
  /** What its text depends on, where that is known. */
  readonly recipe?: Recipe | undefined;
  print(): FileText;
  /** Its text as it is written, from the formatted one. */
  finish(text: string): string;
}

/** Takes in content that differs from what is on disk; answers the file in which it waits, if any. */
export interface ContentSink {
  add(path: string, content: string): string | undefined | void;
}

/** A folder that is brought to a wanted state. */
export interface FolderUpdateOptions {
  /** Absolute path. */
  readonly folder: string;
  readonly changes: ContentSink;
  /** Paths that may be replaced; without it all of them. */
  readonly owned?: ReadonlySet<string>;
  readonly memory?: FolderMemory | undefined;
}

/** Characters formatted at once: many small files, or one large one. What is formatted takes thirty times its size. */
const batchSize = 50_000;

interface Printed {
  readonly file: WantedFile;
  /** What stands in its place. */
  readonly stat: Stats | undefined;
  readonly printed: FileText;
}

interface Finished extends Printed {
  readonly text: string;
}

/** Compares a folder with files that come one after the other, of which none is kept. */
export class FolderUpdate {
  /** Paths of files that differ and may not be replaced. */
  readonly foreign: string[] = [];
  readonly #options: FolderUpdateOptions;
  readonly #ways: Ways;
  readonly #wanted = new Set<string>();
  #inWork: Promise<readonly Finished[]> = Promise.resolve([]);

  constructor(options: FolderUpdateOptions) {
    this.#options = options;
    this.#ways = new Ways(options.folder);
  }

  /** Paths of the files that have come so far. */
  get wanted(): ReadonlySet<string> {
    return this.#wanted;
  }

  /** Takes in files. While some are being formatted, the next ones are printed, also those of the next call. @throws Error of a generator */
  async bring(files: Iterable<WantedFile>): Promise<void> {
    for (const batch of inBatches(this.#unknownOf(files))) {
      const current = finishAll(batch);
      // It is waited for later, unless the former batch fails first: then nobody asks for this one.
      current.catch(() => {});
      const former = this.#inWork;
      this.#inWork = current;
      for (const each of await former) this.#compare(each);
    }
  }

  /** Waits for what is still in work. To be called after the last files. @throws Error of a generator */
  async end(): Promise<void> {
    for (const each of await this.#inWork) this.#compare(each);
  }

  /** Prints every file that memory does not vouch for. */
  *#unknownOf(files: Iterable<WantedFile>): Generator<Printed> {
    const { memory } = this.#options;
    for (const file of files) {
      const { path, recipe } = file;
      this.#wanted.add(path);
      const stat = this.#ways.entryAt(path);
      if (memory?.hasMade(path, recipe, stat) === true) continue;
      const printed = file.print();
      const unformatted = unformattedOf(printed);
      // To read the file takes no longer than to tell by a hash what was printed, but to format does.
      if (unformatted !== undefined && memory?.hasPrinted(path, unformatted, stat) === true)
        memory.keep(path, { recipe, unformatted, stat });
      else yield { file, stat, printed };
    }
  }

  #compare({ file: { path, recipe }, stat, printed, text }: Finished): void {
    const { folder, changes, owned, memory } = this.#options;
    if (stat !== undefined && holds(join(folder, path), stat, text)) {
      memory?.keep(path, { recipe, unformatted: unformattedOf(printed), stat });
      return;
    }
    const inTheWay = stat !== undefined || this.#ways.obstacleOf(path) !== undefined;
    if (inTheWay && owned?.has(path) === false) {
      this.foreign.push(path);
      return;
    }
    const waiting = changes.add(path, text) ?? undefined;
    const now = memory === undefined || waiting === undefined ? undefined : entryAt(waiting);
    if (now !== undefined) memory?.keep(path, { recipe, unformatted: unformattedOf(printed), stat: now });
  }
}

const unformattedOf = (printed: FileText): string | undefined =>
  typeof printed === 'string' ? printed : undefined;

async function finishAll(batch: readonly Printed[]): Promise<readonly Finished[]> {
  const code = batch.flatMap(({ file: { path }, printed }) =>
    typeof printed === 'string' ? [{ path, text: printed }] : [],
  );
  const formatted = (await formatTexts(code)).values();
  return batch.map((each) => {
    const { file, printed } = each;
    const text = typeof printed === 'string' ? (formatted.next().value ?? '') : printed.toString();
    return { ...each, text: file.finish(text) };
  });
}

function holds(file: string, stat: Stats, text: string): boolean {
  // Most files that differ do so in their length.
  if (!stat.isFile() || stat.size !== Buffer.byteLength(text)) return false;
  return readFileSync(file, 'utf8') === text;
}

function* inBatches(files: Iterable<Printed>): Generator<readonly Printed[]> {
  let batch: Printed[] = [];
  let size = 0;
  for (const file of files) {
    batch.push(file);
    size += file.printed.toString().length;
    if (size < batchSize) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
