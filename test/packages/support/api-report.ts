import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { root } from '../../support/workspace.ts';
import { published } from './published.ts';

/** One way into a package: what is imported, and the declarations that stand behind it. */
interface Entry {
  /** `client`, `client.unvalidated`: file name of its report. */
  readonly name: string;
  readonly folder: string;
  readonly declarations: string;
}

/** Every entry of every published package that exports code. */
export const entries: readonly Entry[] = published.flatMap(({ name, exports = {} }) => {
  const folder = join(root, 'packages', name.replace('@swas/', ''));
  return Object.entries(exports).flatMap(([path, target]) => {
    const types = typeof target === 'string' ? undefined : target['types'];
    if (types === undefined) return [];
    const entry = [name.replace('@swas/', ''), ...path.split('/').slice(1)].join('.');
    return [{ name: entry, folder, declarations: join(folder, types) }];
  });
});

/** API Extractor's configuration, which is otherwise a file in each package: a report, and no messages of its own. */
function configure({ folder, declarations }: Entry, output: string): ExtractorConfig {
  const silent = { default: { logLevel: ExtractorLogLevel.None } };
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023'],
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [join(root, 'test/node_modules/@types')],
  };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      compiler: { overrideTsconfig: { compilerOptions, files: [declarations] } },
      apiReport: {
        enabled: true,
        reportFolder: output,
        reportTempFolder: join(output, 'temporary'),
        reportFileName: 'report',
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
  });
}

/** Everything that an entry exports, as declarations in the order of their names. */
export function apiReport(entry: Entry): string {
  const output = mkdtempSync(join(tmpdir(), 'swas-api-'));
  try {
    mkdirSync(join(output, 'temporary'));
    const { errorCount } = Extractor.invoke(configure(entry, output), {
      localBuild: true,
      messageCallback: (message) => {
        // The console is the test's; an error is counted all the same.
        message.handled = message.logLevel !== ExtractorLogLevel.Error;
      },
    });
    if (errorCount > 0) throw new Error(`API Extractor cannot read ${entry.declarations}: build first.`);
    return readFileSync(join(output, 'report.api.md'), 'utf8').replaceAll('\r\n', '\n');
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}
