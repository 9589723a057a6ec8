/** The reference site of an API: what it shows, as data, and the folder that holds it after a build. */
import { fileURLToPath } from 'node:url';

export type { Fact, Page, Place } from './facts.ts';
export type { OpenApiDocument } from './open-api.ts';
export type { Sample } from './samples.ts';
export { document } from './generated/document.ts';
export { facts } from './generated/facts.ts';
export { pages } from './generated/pages.ts';
export { samples } from './generated/samples.ts';
export { buildSite, type SiteOptions } from './build-site.ts';
export { readReport, type LastRun } from './traceability/last-run.ts';
export { trace, type Group, type Row, type Traceability } from './traceability/trace.ts';

/** Absolute path of the built site: static files with an `index.html`. */
export const siteFolder: string = fileURLToPath(new URL('../dist/site', import.meta.url));
