/** Type guards of every operation, by its method name: for a bundle that needs no issues. */
export * from './generated/is.ts';
