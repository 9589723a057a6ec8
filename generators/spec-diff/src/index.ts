/** Which edits of a spec break callers: Redocly's engine, and our own look at what only the model understands. */
export type { Change } from './change.ts';
export { compareModels } from './compare-models.ts';
export { diffSpecs } from './diff-specs.ts';
export { main } from './command.ts';
