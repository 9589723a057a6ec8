import { sharedName } from './check-wire-names.ts';
import type { Fault } from './diagnostics.ts';
import { findCircle } from './find-circle.ts';
import { operationNode } from './operation-node.ts';
import type { Operation, Parameter } from './operation.ts';
import type { Reader } from './reader.ts';
import type { NamedSchema, Schema } from './schema.ts';
import { referencedNames, schemasInside } from './schema-parts.ts';
import { dereference } from './references.ts';
import type { SpecNode } from './spec-node.ts';

/** Named schemas that are followed at most for one value, one inside another. */
const mostNames = 500;

const isScalar: ReadonlySet<Schema['kind']> = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'enum',
  'any',
]);

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

/** Whether `null` is all that a value can be. A reference that leads back to itself, which is reported, is none. */
function isNull(schema: Schema, schemas: Schemas, known: Map<string, boolean>): boolean {
  switch (schema.kind) {
    case 'null':
      return true;
    case 'reference': {
      // What is asked again, as often as unions of unions like, is known. A chain may be as long as the spec.
      const before = known.get(schema.name) ?? (known.size < mostNames ? undefined : false);
      if (before !== undefined) return before;
      known.set(schema.name, false);
      const found = isNull(schemas.get(schema.name) ?? { kind: 'any' }, schemas, known);
      known.set(schema.name, found);
      return found;
    }
    case 'union':
      return schema.members.length > 0 && schema.members.every((member) => isNull(member, schemas, known));
    case 'intersection':
      return schema.members.some((member) => isNull(member, schemas, known));
    default:
      return false;
  }
}

/** Whether a value, an item or a property of it can be nothing but `null`. */
function holdsNull(schema: Schema, parts: ReadonlySet<Schema>, schemas: Schemas): boolean {
  const known = new Map<string, boolean>();
  const inside = [...parts].filter(({ kind }) => kind === 'array' || kind === 'object');
  return [schema, ...inside.flatMap(schemasInside)].some((part) => isNull(part, schemas, known));
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
      const fault = faultOf(parameter, schemas) ?? sharedName(parameter, operation.parameters, schemas);
      if (fault === undefined) continue;
      reader.report(placeOf(reader, root, operation, parameter).location, ...fault);
    }
  }
}

/** Where a parameter is described; for a field of a form, the form. */
function placeOf(reader: Reader, root: SpecNode, operation: Operation, { name }: Parameter): SpecNode {
  const given = root.get('paths')?.get(`/${operation.name}`);
  const { path, node } = operationNode(reader, given, operation);
  const listed = [node, path].flatMap((owner) => owner?.get('parameters')?.items('`parameters`') ?? []);
  const parameters = listed.flatMap((item) => dereference(reader, item) ?? []);
  const found = parameters.find((parameter) => parameter.get('name')?.scalar() === name);
  return found ?? node?.get('requestBody') ?? node ?? root;
}

function faultOf({ name, schema, serialization }: Parameter, schemas: Schemas): Fault | undefined {
  // Most parameters are scalars, and have no parts.
  if (isScalar.has(schema.kind)) return undefined;
  const circle = serialization === 'flat' ? circleIn(schema, schemas) : undefined;
  if (circle !== undefined) {
    return [
      `the flattened parameter \`${name}\` leads back to itself by \`${circle}\``,
      'a value whose names on the wire end',
      'send it as JSON text: `contentMediaType: application/json` with `contentSchema`',
    ];
  }
  const parts = partsOf(schema, schemas);
  if (serialization !== 'json' && holdsNull(schema, parts, schemas)) {
    return [
      `the parameter \`${name}\` has a value that can only be null`,
      'a value with a text on the wire',
      'remove it, correct its `type`, or send it as JSON text: `contentMediaType: application/json` with `contentSchema`',
    ];
  }
  if (![...parts].some(isUncheckable)) return undefined;
  return [
    `the parameter \`${name}\` has a property named \`__proto__\``,
    'a name that validators can check',
    'rename it, or allow it through `additionalProperties`',
  ];
}
