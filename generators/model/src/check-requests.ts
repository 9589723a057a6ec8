import type { Fault } from './diagnostics.ts';
import { findCircle } from './find-circle.ts';
import type { Operation, Parameter } from './operation.ts';
import type { Reader } from './reader.ts';
import type { NamedSchema, Schema } from './schema.ts';
import { referencedNames, schemasInside } from './schema-parts.ts';
import type { SpecNode } from './spec-node.ts';

type Schemas = ReadonlyMap<string, Schema>;

/** Every schema that a value consists of, through references. A loop and not recursion: references may form long chains. */
function partsOf(schema: Schema, schemas: Schemas): ReadonlySet<Schema> {
  const parts = new Set([schema]);
  // A Set's iterator also visits what is added while it runs.
  for (const part of parts) {
    const target = part.kind === 'reference' ? schemas.get(part.name) : undefined;
    for (const next of target === undefined ? schemasInside(part) : [target]) parts.add(next);
  }
  return parts;
}

/** The name of a schema that a value leads back to, if there is one. */
function circleIn(schema: Schema, schemas: Schemas): string | undefined {
  const next = { get: (name: string) => referencedNames(schemas.get(name) ?? { kind: 'any' }) };
  const finished = new Set<string>();
  for (const name of referencedNames(schema)) {
    const circle = findCircle(name, next, finished);
    if (circle !== undefined) return circle[0];
  }
  return undefined;
}

const isUncheckable = (schema: Schema): boolean =>
  schema.kind === 'object' && schema.properties.some(({ name }) => name === '__proto__');

/** Reports requests that have no form on the wire, or that no validator can check. */
export function checkRequests(
  reader: Reader,
  root: SpecNode,
  operations: readonly Operation[],
  named: readonly NamedSchema[],
): void {
  const schemas = new Map(named.map(({ name, schema }) => [name, schema]));
  for (const operation of operations) {
    for (const parameter of operation.parameters) {
      const fault = faultOf(parameter, schemas);
      if (fault === undefined) continue;
      const node = root.get('paths')?.get(`/${operation.name}`) ?? root;
      reader.report(node.location, ...fault);
    }
  }
}

function faultOf({ name, schema, serialization }: Parameter, schemas: Schemas): Fault | undefined {
  // Most parameters are scalars, and have no parts.
  if (schemasInside(schema).length === 0 && schema.kind !== 'reference') return undefined;
  const circle = serialization === 'flat' ? circleIn(schema, schemas) : undefined;
  if (circle !== undefined) {
    return [
      `the flattened parameter \`${name}\` leads back to itself by \`${circle}\``,
      'a value whose names on the wire end',
      'send it as JSON text: `contentMediaType: application/json` with `contentSchema`',
    ];
  }
  if (![...partsOf(schema, schemas)].some(isUncheckable)) return undefined;
  return [
    `the parameter \`${name}\` has a property named \`__proto__\``,
    'a name that validators can check',
    'rename it, or allow it through `additionalProperties`',
  ];
}
