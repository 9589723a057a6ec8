import type { NamedSchema, Operation, Schema } from '@swas/generator-model';
import { partsOf } from './sources-in.ts';

/** Names of the schemas that a schema refers to, directly. */
function referencesIn(schema: Schema): readonly string[] {
  if (schema.kind === 'reference') return [schema.name];
  return partsOf(schema).flatMap((part) => referencesIn(part.schema));
}

/** Coverage items of every place that uses a named schema, through other named schemas too. */
export function keysOfSchemas(
  operations: readonly Operation[],
  schemas: readonly NamedSchema[],
): ReadonlyMap<string, readonly string[]> {
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const keys = new Map<string, Set<string>>();
  const use = (schema: Schema, key: string): void => {
    for (const name of referencesIn(schema)) {
      const known = keys.get(name) ?? new Set();
      if (known.has(key)) continue;
      keys.set(name, known.add(key));
      const target = byName.get(name);
      if (target !== undefined) use(target, key);
    }
  };
  for (const { name, parameters, responses } of operations) {
    for (const parameter of parameters) use(parameter.schema, `parameter:${name}.${parameter.name}`);
    for (const { status, schema } of responses)
      if (schema !== undefined) use(schema, `status:${name}.${status}`);
  }
  return new Map([...keys].map(([name, found]) => [name, [...found]]));
}
