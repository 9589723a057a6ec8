import { schemasInside, type Schema } from '@swas/generator-model';

/** Words for each pattern of a schema that the spec puts into words. The first words win where a pattern has several. */
export function patternTexts(root: Schema, named: ReadonlyMap<string, Schema>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const left = new Set([root]);
  // A set is walked to its end, also over what joins it meanwhile: no schema is looked at twice.
  for (const schema of left) {
    for (const child of schemasInside(schema)) left.add(child);
    const target = schema.kind === 'reference' ? named.get(schema.name) : undefined;
    if (target !== undefined) left.add(target);
    if (schema.kind !== 'string' || schema.pattern === undefined || schema.patternText === undefined)
      continue;
    if (!texts.has(schema.pattern)) texts.set(schema.pattern, schema.patternText);
  }
  return texts;
}
