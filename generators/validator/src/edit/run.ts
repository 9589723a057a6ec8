import type { ts } from 'ts-morph';
import { expectMatches, rewrite, walk } from './syntax.ts';

/** One kind of change to ajv's code. */
export interface Edit {
  readonly name: string;
  /** Whether the node is one that the edit must change; counted before anything is changed. */
  readonly expects: (node: ts.Node) => boolean;
  /** The node or its replacement. Its children are edited already. `matched` is called for each change. */
  readonly apply: (node: ts.Node, matched: () => void) => ts.Node;
}

/** Runs edits in one traversal, from the leaves up, and fails when one matched more or less often than it must. */
export function runEdits(root: ts.FunctionDeclaration, edits: readonly Edit[]): ts.FunctionDeclaration {
  const states = edits.map((edit) => {
    const state = { edit, expected: 0, found: 0, matched: (): void => void (state.found += 1) };
    return state;
  });
  walk(root, (node) => {
    for (const state of states) if (state.edit.expects(node)) state.expected += 1;
  });
  // Most checks are of scalars, which most edits have nothing to do with.
  if (states.every(({ expected }) => expected === 0)) return root;
  const result = rewrite(root, (node) =>
    states.reduce((current, { edit, matched }) => edit.apply(current, matched), node),
  );
  for (const { edit, found, expected } of states) expectMatches(edit.name, found, expected);
  return result;
}
