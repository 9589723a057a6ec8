import { existsSync, readFileSync, statSync } from 'node:fs';

/** How a case ended. */
export type CaseResult = 'passed' | 'failed' | 'skipped';

/** What the last run of the contract suite tells about its cases. */
export interface LastRun {
  /** What was examined. */
  readonly endpoint: string;
  readonly when: Date;
  readonly results: ReadonlyMap<string, CaseResult>;
}

interface ReportFile {
  readonly endpoint?: string;
  readonly records?: readonly { readonly id: string; readonly result: CaseResult }[];
}

/** Reads a JSON report of the contract suite; `undefined` when there is none. @throws Error when it is no such report */
export function readReport(path: string): LastRun | undefined {
  if (!existsSync(path)) return undefined;
  const { endpoint = '', records } = JSON.parse(readFileSync(path, 'utf8')) as ReportFile;
  if (!Array.isArray(records))
    throw new Error(`${path} is no report of the contract suite: write one with --report ${path}.`);
  const results = new Map<string, CaseResult>(records.map(({ id, result }) => [id, result]));
  return { endpoint, when: statSync(path).mtime, results };
}
