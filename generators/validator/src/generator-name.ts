/** Stands in the header of every emitted file. */
export const generatorName = '@swas/generator-validator';
