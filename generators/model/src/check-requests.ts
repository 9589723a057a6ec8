import type { Operation, Parameter } from './operation.ts';
import type { Reader } from './reader.ts';
import type { NamedSchema, Schema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';

type Schemas = ReadonlyMap<string, Schema>;

/** Schemas directly inside a schema. */
function children(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [schema.items];
    case 'object': {
      const values = schema.properties.map((property) => property.schema);
      return typeof schema.additional === 'boolean' ? values : [...values, schema.additional];
    }
    case 'union':
    case 'intersection':
      return schema.members;
    default:
      return [];
  }
}

/** Every schema that a value consists of, through references. A loop and not recursion: references may form long chains. */
function* partsOf(schema: Schema, schemas: Schemas): Generator<Schema> {
  const seen = new Set<string>();
  const left = [schema];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    yield part;
    left.push(...children(part));
    if (part.kind !== 'reference' || seen.has(part.name)) continue;
    seen.add(part.name);
    left.push(schemas.get(part.name) ?? { kind: 'any' });
  }
}

/** The name of a schema that a value leads back to, if there is one. */
function circleIn(schema: Schema, schemas: Schemas): string | undefined {
  const names = new Set([...partsOf(schema, schemas)].flatMap((part) => nameOf(part) ?? []));
  return [...names].find((name) => {
    const inner = children(schemas.get(name) ?? { kind: 'any' });
    return inner.some((child) => [...partsOf(child, schemas)].some((part) => nameOf(part) === name));
  });
}

const nameOf = (schema: Schema): string | undefined =>
  schema.kind === 'reference' ? schema.name : undefined;

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
    const { location } = root.get('paths')?.get(`/${operation.name}`) ?? root;
    for (const parameter of operation.parameters) {
      const fault = faultOf(parameter, schemas);
      if (fault !== undefined) reader.report(location, ...fault);
    }
  }
}

type Fault = readonly [found: string, expected: string, hint: string];

function faultOf({ name, schema, serialization }: Parameter, schemas: Schemas): Fault | undefined {
  // Most parameters are scalars, and have no parts.
  if (children(schema).length === 0 && schema.kind !== 'reference') return undefined;
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
