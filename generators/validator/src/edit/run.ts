import type { ts } from 'ts-morph';
import { expectMatches, parseFunction, rewrite, walk } from './syntax.ts';

/** One kind of change to ajv's code. */
export interface Edit {
  readonly name: string;
  /** Whether the node is one that the edit must change; counted before anything is changed. */
  readonly expects: (node: ts.Node) => boolean;
  /** The node or its replacement. Its children are edited already. `matched` is called for each change. */
  readonly apply: (node: ts.Node, matched: () => void) => ts.Node;
}

/** Parses ajv's code and runs edits on it in one traversal, from the leaves up. */
export function editCode(code: string, edits: readonly Edit[]): ts.FunctionDeclaration {
  const { look, edit, assertMatches } = prepare(edits);
  const result = rewrite(parseFunction(code, look), edit);
  assertMatches();
  return result;
}

/** Runs edits in one traversal, from the leaves up, and fails when one matched more or less often than it must. */
export function runEdits(root: ts.FunctionDeclaration, edits: readonly Edit[]): ts.FunctionDeclaration {
  const { look, edit, assertMatches, expected } = prepare(edits);
  walk(root, look);
  // Most checks are of scalars, which most edits have nothing to do with.
  if (expected() === 0) return root;
  const result = rewrite(root, edit);
  assertMatches();
  return result;
}

/** The parts of a run. */
function prepare(edits: readonly Edit[]): {
  /** Has to see every node before anything is changed. */
  readonly look: (node: ts.Node) => void;
  readonly edit: (node: ts.Node) => ts.Node;
  readonly expected: () => number;
  readonly assertMatches: () => void;
} {
  const states = edits.map((each) => {
    const state = { each, expected: 0, found: 0, matched: (): void => void (state.found += 1) };
    return state;
  });
  return {
    look(node) {
      for (const state of states) if (state.each.expects(node)) state.expected += 1;
    },
    edit: (node) => states.reduce((current, { each, matched }) => each.apply(current, matched), node),
    expected: () => states.reduce((sum, { expected }) => sum + expected, 0),
    assertMatches() {
      for (const { each, found, expected } of states) expectMatches(each.name, found, expected);
    },
  };
}
