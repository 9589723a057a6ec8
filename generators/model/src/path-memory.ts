import type { Operation } from './api-model.ts';
import type { Context } from './context.ts';
import type { OperationNames } from './names.ts';
import { OperationNamer, type GivenNames } from './operation-namer.ts';
import type { Reader } from './reader.ts';
import { resolveText } from './references.ts';
import type { SpecNode } from './spec-node.ts';
import type { Effects } from './trace.ts';

/** What stands under a path, and what was read of it. */
interface KnownPath {
  readonly text: string;
  readonly operations: readonly Operation[];
  readonly effects: Effects;
  /** Where it began, and where `paths` ended: what stands in between or behind has moved since then as they have. */
  readonly start: number;
  readonly end: number;
}

/** The text around `paths`, and whose it is. What is read of a path depends on it, as on all that it refers to. */
interface Surroundings {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly end: number;
}

/** What one load leaves for the next. */
interface Kept {
  readonly known: ReadonlyMap<string, KnownPath>;
  readonly surroundings: Surroundings;
  readonly names?: GivenNames;
}

const nowhere: Surroundings = { file: '', before: '', after: '', end: 0 };

function surroundingsOf(paths: SpecNode | undefined): Surroundings {
  const own = paths?.text;
  if (paths === undefined || own === undefined) return nowhere;
  const { text } = paths.document.tree.parts;
  const start = text.lastIndexOf('\n', paths.offset) + 1;
  const end = start + own.length;
  return { file: paths.document.path, before: text.slice(0, start), after: text.slice(end), end };
}

const areSame = (one: Surroundings, other: Surroundings): boolean =>
  one.file !== '' && one.file === other.file && one.before === other.before && one.after === other.after;

/**
 * What was read under each path, for the next load of a spec that is being edited: a path whose text is the same means the same, while
 * everything is that stands outside of `paths`. Of a faulty spec nothing is kept.
 */
export class PathMemory {
  #kept: Kept = { known: new Map(), surroundings: nowhere };
  #latest = this.#kept;

  get isEmpty(): boolean {
    return this.#kept.known.size === 0;
  }

  /** Begins a load of the file with the given top. */
  begin(root: SpecNode): PathReading {
    const { known, surroundings: former, names } = this.#kept;
    const surroundings = surroundingsOf(root.get('paths'));
    return new PathReading(areSame(surroundings, former) ? known : new Map(), surroundings, names);
  }

  /** Takes in what a load has read, unless a path may depend on another one or on another file. */
  add(reader: Reader, { known, surroundings, names }: PathReading): void {
    const isFit = !reader.isInDoubt && reader.references.every((ref) => ref.startsWith('#/components/'));
    this.#latest = { known: isFit ? known : new Map(), surroundings, names: names.given };
  }

  /** Keeps what was taken in last. */
  keep(): void {
    this.#kept = this.#latest;
  }

  forget(): void {
    this.#kept = { ...this.#kept, known: new Map() };
  }
}

/** One load's reading of `paths`. */
export class PathReading {
  /** What the next load may use. */
  readonly known = new Map<string, KnownPath>();
  readonly surroundings: Surroundings;
  readonly names: OperationNamer;
  readonly #former: ReadonlyMap<string, KnownPath>;

  constructor(former: ReadonlyMap<string, KnownPath>, surroundings: Surroundings, names?: GivenNames) {
    this.#former = former;
    this.surroundings = surroundings;
    this.names = new OperationNamer(names);
  }

  /** What stands under a path: read by the given function, or as it was read before, with all that this has done besides. */
  read(
    context: Context,
    path: string,
    node: SpecNode,
    read: () => readonly Operation[],
  ): readonly Operation[] {
    const { text } = node;
    const former = this.#former.get(path);
    if (text !== undefined && former?.text === text) return this.#repeat(context, path, node, former);
    const { trace } = context.reader;
    const mark = trace.mark();
    const operations = read();
    if (text !== undefined) {
      const [start, end] = [node.offset, this.surroundings.end];
      this.known.set(path, { text, operations, effects: trace.since(mark), start, end });
    }
    return operations;
  }

  #repeat(context: Context, path: string, node: SpecNode, former: KnownPath): readonly Operation[] {
    const { reader, schemas, names } = context;
    const { references, places, warnings, visits } = former.effects;
    // The same operations before this one had the same names, but others may stand there now.
    const operations = former.operations.map((operation) => named(operation, names.name(operation.name)));
    for (const ref of references) {
      const target = resolveText(reader, node, ref);
      if (target !== undefined) schemas.register(target);
    }
    const [start, end] = [node.offset, this.surroundings.end];
    const move = <Traced extends { readonly offset: number }>(traced: Traced): Traced => ({
      ...traced,
      offset: moveOffset(traced.offset, former, start, end),
    });
    const [moved, said] = [places.map(move), warnings.map(move)];
    for (const { key, offset } of moved) reader.addPlace(key, node.document.locate(offset), offset);
    for (const { offset, words } of said) reader.warn(node, offset, words);
    reader.trace.addVisits(visits);
    this.known.set(path, {
      ...former,
      operations,
      effects: { ...former.effects, places: moved, warnings: said },
      start,
      end,
    });
    return operations;
  }
}

function moveOffset(offset: number, former: KnownPath, start: number, end: number): number {
  if (offset < former.start) return offset;
  return offset < former.end ? offset - former.start + start : offset - former.end + end;
}

function named(operation: Operation, names: OperationNames): Operation {
  const isSame =
    operation.methodName === names.methodName &&
    operation.typeName === names.typeName &&
    operation.fileName === names.fileName;
  return isSame ? operation : { ...operation, ...names };
}
