/** Another valid value of a schema, for calls that must differ in something. */
import type { JsonValue, Schema } from '@swas/generator-model';
import type { SchemaTable } from './schema-table.ts';

/** Values near one, of its own type; whether they are allowed is asked afterwards. */
function near(schema: Schema, value: JsonValue): readonly JsonValue[] {
  if (schema.kind === 'enum') return schema.values;
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') {
    const step = ('multipleOf' in schema ? schema.multipleOf : undefined) ?? 1;
    return [value + step, value - step];
  }
  if (typeof value !== 'string' || value === '') return [];
  const last = value.endsWith('0') ? '1' : '0';
  return [`${value.slice(0, -1)}${last}`, `${value}0`, value.slice(0, -1)];
}

/** A value that the schema accepts and that is not the given one; `undefined` where none is found without search. */
export function otherValue(schema: Schema, value: JsonValue, table: SchemaTable): JsonValue | undefined {
  const resolved = table.resolve(schema);
  if (resolved.kind === 'array' && Array.isArray(value)) {
    const [first, ...others] = value as readonly JsonValue[];
    const item = first === undefined ? undefined : otherValue(resolved.items, first, table);
    const changed = item === undefined ? undefined : [item, ...others];
    return changed !== undefined && table.accepts(schema, changed) ? changed : undefined;
  }
  return near(resolved, value).find((other) => other !== value && table.accepts(schema, other));
}
