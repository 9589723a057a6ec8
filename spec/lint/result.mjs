/**
 * What a check came to. `lines` explains anything but a plain success: one finding or reason each.
 *
 * @typedef {{ status: 'passed' | 'skipped' | 'failed', lines: readonly string[] }} Result
 * @typedef {{ name: string, run: () => Promise<Result> }} Check
 */

/** @returns {Result} */
export const passed = () => ({ status: 'passed', lines: [] });

/** @param {string} reason What is missing and how to provide it. @returns {Result} */
export const skipped = (reason) => ({ status: 'skipped', lines: [reason] });

/** @param {readonly string[]} lines @returns {Result} */
export const failed = (lines) => ({ status: 'failed', lines });

/** Passed when there is no finding. @param {readonly string[]} findings @returns {Result} */
export const fromFindings = (findings) => (findings.length === 0 ? passed() : failed(findings));

/**
 * On a build machine nothing may be skipped: a check that silently stops running there would never be missed.
 *
 * @param {Result} result
 * @param {boolean} ci Whether the environment says `CI=true`.
 * @returns {Result}
 */
export function demandOnCi(result, ci) {
  if (result.status !== 'skipped' || !ci) return result;
  return failed([...result.lines, 'CI=true demands this check.']);
}
