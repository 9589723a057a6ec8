/** The writer alone, for a folder whose files come from elsewhere than a generator: it leaves the former files or the new ones. */
export { listFiles } from './file-tree.ts';
export { makeChanges } from './make-changes.ts';
export { recoverAloud } from './recover.ts';
export { undoOnSignal } from './signals.ts';
export { Ways } from './ways.ts';
