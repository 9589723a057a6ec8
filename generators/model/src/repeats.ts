import type { Reader } from './reader.ts';
import type { SpecNode } from './spec-node.ts';
import type { SyntaxTree } from './syntax/syntax-tree.ts';
import type { Effects } from './trace.ts';

/** Longest text that is looked up, in characters: longer ones are seldom repeated. */
const longestText = 2000;

/** What says where it stands is no repetition of anything. */
const placeBound = 'x-source';

interface Known<Result> {
  readonly result: Result;
  readonly effects: Effects;
}

/**
 * What was read of nodes, for those that stand in the spec again and again: each operation has a `RegionId`, and a `$ref` leads many to
 * one. What is faulty is read and reported each time.
 */
export class Repeats<Result> {
  readonly #reader: Reader;
  readonly #known = new Map<SyntaxTree, Map<string | number, Known<Result>>>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** What reading the node gives: a result that may have been given before, for the same text of the same file. */
  read(node: SpecNode, read: () => Result | undefined): Result | undefined {
    const { text, offset, document } = node;
    // Without a text, as in a file with aliases, the same node may stand at several places.
    if (text === undefined) return read();
    const known = this.#resultsOf(document.tree);
    const key = text.length > longestText || text.includes(placeBound) ? offset : text;
    const before = known.get(key);
    const { trace } = this.#reader;
    if (before !== undefined) {
      trace.add(before.effects);
      return before.result;
    }
    const { faults } = this.#reader;
    const mark = trace.mark();
    const result = read();
    const effects = trace.since(mark);
    if (result !== undefined && this.#reader.faults === faults && effects.warnings.length === 0)
      known.set(key, { result, effects });
    return result;
  }

  #resultsOf(tree: SyntaxTree): Map<string | number, Known<Result>> {
    const known = this.#known.get(tree) ?? new Map<string | number, Known<Result>>();
    this.#known.set(tree, known);
    return known;
  }
}
