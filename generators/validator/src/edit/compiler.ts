import { createRequire } from 'node:module';
import type * as morph from 'ts-morph';

/**
 * The compiler inside ts-morph, whose syntax trees the edits walk and make. Required and not imported: an import would have Node search
 * its nine megabytes for exported names, which takes longer than the edits.
 */
export const compiler = (createRequire(import.meta.url)('ts-morph') as typeof morph).ts;
