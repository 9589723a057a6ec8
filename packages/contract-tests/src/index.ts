/** The contract suite as a library: its cases as data, and the means to run them. */
export type * from './contract-case.ts';
export { main } from './command/command.ts';
export { startRun, type RunOptions, type RunResult } from './command/start-run.ts';
export type { RunReport } from './report/run-report.ts';
export { coveredBy, coverageOf, type Coverage } from './report/coverage.ts';
export type { CaseFailure, CaseRecord, Exchange, Problem } from './run/record.ts';
export type { RunSettings } from './run/settings.ts';
export { needsOf } from './state/needs.ts';
export { catalogue } from './generated/catalogue.ts';
export { suites } from './generated/suites.ts';
