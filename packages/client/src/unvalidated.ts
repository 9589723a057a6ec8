/** The same exports as the main entry, but requests are sent as they are: the server alone decides what is valid. */
export * from './generated/unvalidated.ts';
export * from './runtime.ts';
