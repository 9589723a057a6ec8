import type { ApiModel, Schema } from '@swas/generator-model';
import { children } from './reachable.ts';

/** Words for each pattern of the model that the spec puts into words. The first words win where a pattern has several. */
export function patternTexts(model: Pick<ApiModel, 'schemas' | 'operations'>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const visit = (schema: Schema): void => {
    if (schema.kind === 'string' && schema.pattern !== undefined && schema.patternText !== undefined) {
      if (!texts.has(schema.pattern)) texts.set(schema.pattern, schema.patternText);
    }
    for (const child of children(schema)) visit(child);
  };
  for (const { schema } of model.schemas) visit(schema);
  for (const { request } of model.operations) visit(request);
  return texts;
}
