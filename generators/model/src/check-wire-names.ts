import type { Fault } from './diagnostics.ts';
import type { Parameter } from './operation.ts';
import type { Schema } from './schema.ts';

type Schemas = ReadonlyMap<string, Schema>;

/** References and members followed at most. */
const mostSchemas = 500;

/** What the schemas hold under one segment of a name, as `1` or `Key`. */
function under(schemas: readonly Schema[], segment: string, named: Schemas): readonly Schema[] {
  const seen = new Set(schemas);
  const found: Schema[] = [];
  // A Set's iterator also visits what is added while it runs.
  for (const schema of seen) {
    if (seen.size > mostSchemas) break;
    if (schema.kind === 'reference') seen.add(named.get(schema.name) ?? { kind: 'any' });
    if (schema.kind === 'union' || schema.kind === 'intersection')
      for (const member of schema.members) seen.add(member);
    if (schema.kind === 'array' && /^[1-9]\d*$/.test(segment)) found.push(schema.items);
    if (schema.kind !== 'object') continue;
    const declared = schema.properties.find(({ name }) => name === segment)?.schema;
    // What is merely not forbidden is no part that anyone would send.
    const part = declared ?? (typeof schema.additional === 'boolean' ? undefined : schema.additional);
    if (part !== undefined) found.push(part);
  }
  return found;
}

/** A parameter whose name is that of a part of a flattened one: nobody could tell which of the two is meant. */
export function sharedName(
  { name, serialization, schema }: Parameter,
  parameters: readonly Parameter[],
  named: Schemas,
): Fault | undefined {
  if (serialization !== 'flat') return undefined;
  const other = parameters.find((each) => {
    if (!each.name.startsWith(`${name}.`)) return false;
    const segments = each.name.slice(name.length + 1).split('.');
    const parts = segments.reduce((all, segment) => under(all, segment, named), [
      schema,
    ] as readonly Schema[]);
    return parts.length > 0;
  });
  if (other === undefined) return undefined;
  return [
    `\`${other.name}\` is a parameter and a part of the flattened \`${name}\``,
    'each name on the wire once',
    `remove the parameter \`${other.name}\`, or the part`,
  ];
}
