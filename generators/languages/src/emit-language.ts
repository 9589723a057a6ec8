import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkForOtherTools, loadModel } from '@swas/generator-model';
import { dropWorkMarks } from './drop-work-marks.ts';
import { generateInto } from './openapi-generator.ts';
import { applyPlan, planFolder, type FolderPlan } from './owned-files.ts';
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
 * Emits a client in another language beside its place and then moves it there, so that a failed run changes nothing.
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
  checkForOtherTools(spec);
  const parent = nearestFolder(dirname(out));
  const staging = mkdtempSync(join(parent, '.generating-'));
  try {
    const fresh = join(staging, 'fresh');
    mkdirSync(fresh);
    writeFileSync(join(fresh, ignoreFile), `${ignore.join('\n')}\n`);
    await generateInto(fresh, spec, language, optionFlags({ ...own, ...options }));
    rmSync(join(fresh, ignoreFile));
    dropWorkMarks(fresh);
    const plan = planFolder(out, fresh);
    if (!check) {
      mkdirSync(out, { recursive: true });
      applyPlan(out, fresh, plan);
    }
    return plan;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** The folder itself or the nearest one above that exists. */
function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}
