/**
 * Client of the API's operations: `createClient` for all of them as methods, or `createConnection` and the standalone
 * functions for a bundle that holds only what it calls. Requests are checked against the spec before they are sent; the
 * entry `@swas/client/unvalidated` has the same exports without that check and without its code.
 */
export * from './generated/index.ts';
export * from './runtime.ts';
