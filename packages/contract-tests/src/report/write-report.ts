/** Writes the report files that are this package's own; vitest writes JUnit. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Catalogue } from '../contract-case.ts';
import { htmlReport } from './html-report.ts';
import type { RunReport } from './run-report.ts';

/** Writes `.json` or `.html`, by the file's name; missing folders are made. */
export function writeReport(file: string, report: RunReport, catalogue: Catalogue): void {
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(
    file,
    file.endsWith('.json') ? `${JSON.stringify(report, null, 2)}\n` : htmlReport(report, catalogue),
  );
}
