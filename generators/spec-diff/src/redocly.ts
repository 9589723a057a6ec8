import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { breaking, compatible, type Change } from './change.ts';

const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
const program = join(dirname(manifest), 'bin', 'cli.js');
// A check must not report to anyone, and must print the same with every release.
const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

/** The parts of Redocly's report that are used. */
interface Report {
  readonly changes: readonly {
    readonly path: string;
    readonly kind: string;
    readonly impact: 'major' | 'minor' | 'patch';
    readonly property?: string;
    readonly verdicts: readonly { readonly impact: string; readonly message: string }[];
    readonly revision?: Place;
    readonly base?: Place;
  }[];
}
interface Place {
  readonly file: string;
  readonly line?: number;
  readonly col?: number;
}

/** Compares two specs by Redocly's engine. @throws Error when it cannot read one of them */
export function compareByRedocly(before: string, after: string): readonly Change[] {
  const parameters = ['diff', before, after, '--format', 'json', '--fail-on', 'none'];
  // An empty folder: a redocly.yaml in the working folder is for lint, and with it no rule would judge a change.
  const folder = mkdtempSync(join(tmpdir(), 'swas-redocly-'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...parameters], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...quiet },
    maxBuffer: 1 << 28,
  });
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0) throw new Error(`redocly diff failed:\n${stderr || stdout}`);
  return (JSON.parse(stdout) as Report).changes.map(toChange);
}

function toChange({
  path,
  kind,
  impact,
  property,
  verdicts,
  revision,
  base,
}: Report['changes'][number]): Change {
  const own = verdicts.filter((verdict) => verdict.impact === impact).map(({ message }) => message);
  const what = property === undefined ? path : `\`${property}\` of ${path}`;
  const message = own.length > 0 ? own.join(' ') : `${what} was ${kind}.`;
  return (impact === 'major' ? breaking : compatible)(placeOf(revision ?? base) ?? path, message);
}

function placeOf(place: Place | undefined): string | undefined {
  if (place?.line === undefined) return undefined;
  return `${basename(place.file)}:${place.line}:${place.col ?? 1}`;
}
