/** Tests of the official suite that the emitted code answers otherwise, each with its reason. */
export const deviations: Readonly<Record<string, string>> = {};
