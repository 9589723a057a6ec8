import type { ApiModel, NamedSchema } from '@swas/generator-model';
import { remember } from './remember.ts';

/** A model's schemas by the name that references give. */
export const schemasByName = remember(
  (schemas: ApiModel['schemas']): ReadonlyMap<string, NamedSchema> =>
    new Map(schemas.map((named) => [named.name, named])),
);
