/** This generator's name, for the header of emitted files. */
export const NAME = '@swas/generator-contract-tests';
