import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { undoOnSignal } from '@swas/generator-kit/writer';
import { checkForOtherTools, loadModel } from '@swas/generator-model';
import { copySpec } from './copy-spec.ts';
import { dropWorkMarks } from './drop-work-marks.ts';
import { generateInto } from './openapi-generator.ts';
import { bringFolder, planFolder, settleFolder, type FolderPlan } from './owned-files.ts';
import { optionFlags, settingsOf } from './settings.ts';

export { LanguageError } from './openapi-generator.ts';

/** What to emit, and where. */
export interface LanguageOptions {
  /** openapi-generator's name of the language or library: `python`, `go`, `typescript-fetch`, … */
  readonly language: string;
  /** Absolute path of the spec. */
  readonly spec: string;
  /** Absolute path of the folder that receives the client. */
  readonly out: string;
  /** Further additional properties of the generator. */
  readonly options?: Readonly<Record<string, string>>;
  /** Write nothing. */
  readonly check?: boolean;
}

const ignoreFile = '.openapi-generator-ignore';

/**
 * Emits a client in another language elsewhere and brings its folder to that state by the writer of the TypeScript packages: a run that
 * fails, or is killed at any moment, leaves the former client or, from the next run on, the new one.
 * @throws DiagnosticError when the spec has faults. None is followed to elsewhere, also where only
 * openapi-generator would look.
 * @throws LanguageError without Java, for an unknown language, and when openapi-generator fails
 */
export async function emitLanguage({
  language,
  spec,
  out,
  options,
  check = false,
}: LanguageOptions): Promise<FolderPlan> {
  const { options: own, ignore } = settingsOf(language, loadModel(spec));
  const files = checkForOtherTools(spec);
  settleFolder(out);
  // A name that nobody can foresee, and a folder that nobody else may enter.
  const folder = mkdtempSync(join(tmpdir(), 'swas-language-'));
  const drop = (): void => rmSync(folder, { recursive: true, force: true });
  const fresh = join(folder, 'client');
  let plan: FolderPlan = { write: [], remove: [] };
  await undoOnSignal(drop, async () => {
    mkdirSync(fresh);
    writeFileSync(join(fresh, ignoreFile), `${ignore.join('\n')}\n`);
    const input = copySpec(files, join(folder, 'spec'));
    await generateInto(fresh, input, language, optionFlags({ ...own, ...options }));
    rmSync(join(fresh, ignoreFile));
    dropWorkMarks(fresh);
    plan = check ? planFolder(out, fresh) : await bringFolder(out, fresh);
  });
  drop();
  return plan;
}
