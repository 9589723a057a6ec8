/** Validation of every operation's requests, by its method name: for a bundle that needs issues and no more. */
export * from './generated/validate.ts';
