import { literal, propertyName, stringLiteral, UnsupportedError } from '@swas/generator-kit';
import type { Parameter, Schema } from '@swas/generator-model';
import { isMistakable } from './mistakable.ts';
import type { Resolve } from './resolver.ts';

/** An expression of the emitted code, with the functions of the validator package that it calls. */
export interface DecoderExpression {
  readonly text: string;
  readonly uses: readonly string[];
}

/** How the text of a parameter becomes its value; undefined when the text is the value, or only a part of it. */
export function decoderExpression(parameter: Parameter, resolve: Resolve): DecoderExpression | undefined {
  const { serialization, schema, maxTextLength } = parameter;
  switch (serialization) {
    case 'plain':
      return scalarDecoder(schema, resolve);
    case 'json': {
      const example = stringLiteral(jsonExample(parameter, resolve));
      const limit = maxTextLength === undefined ? '' : `, ${maxTextLength}`;
      return { text: `json(${example}${limit})`, uses: ['json'] };
    }
    case 'comma': {
      const list = resolve(schema);
      const item = list.kind === 'array' ? scalarDecoder(list.items, resolve) : undefined;
      return { text: `comma(${item?.text ?? ''})`, uses: ['comma', ...(item?.uses ?? [])] };
    }
    case 'flat':
      return undefined;
  }
}

/** What a parameter consists of that is flattened into several names; undefined for any other. */
export function flatExpression(
  { name, serialization, schema }: Parameter,
  resolve: Resolve,
): DecoderExpression | undefined {
  if (serialization !== 'flat') return undefined;
  const shape = flatShape(name, schema, resolve, 0);
  return { text: shape.text, uses: ['flat', ...shape.uses] };
}

/** A short text that would be right, for an issue about one that is not JSON: of a list one item is enough. */
function jsonExample({ example, schema }: Parameter, resolve: Resolve): string {
  const { kind } = resolve(schema);
  if (Array.isArray(example)) return JSON.stringify(example.slice(0, 1));
  if (example !== undefined && typeof example !== 'string') return JSON.stringify(example);
  return kind === 'array' ? '[]' : kind === 'object' ? '{}' : '"text"';
}

function scalarDecoder(schema: Schema, resolve: Resolve): DecoderExpression | undefined {
  const resolved = resolve(schema);
  if (resolved.kind === 'enum') {
    const isText = resolved.values.every((value) => typeof value === 'string');
    return isText ? undefined : { text: `literals(${literal(resolved.values)})`, uses: ['literals'] };
  }
  const kinds = [...scalarKinds(resolved, resolve)].toSorted();
  if (kinds.length === 0 || kinds.includes('string')) return undefined;
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1) return { text: only, uses: [only] };
  return { text: `either(${kinds.join(', ')})`, uses: ['either', ...kinds] };
}

type ScalarKind = 'string' | 'number' | 'boolean';

/** A fixed text that reads like no other scalar stays text by itself: it does not keep a number beside it from being read. */
const readsAsOther = (value: string): boolean => /^(?:-?\d.*|true|false)$/.test(value);
const needsKind = (value: unknown): boolean => typeof value !== 'string' || readsAsOther(value);

/** `string` when text may stay text, otherwise which scalars it may stand for. */
function scalarKinds(schema: Schema, resolve: Resolve): Set<ScalarKind> {
  const resolved = resolve(schema);
  switch (resolved.kind) {
    case 'number':
    case 'integer':
      return new Set(['number']);
    case 'boolean':
      return new Set(['boolean']);
    case 'union':
      return formKinds(resolved.members, resolve);
    case 'enum':
      return new Set(resolved.values.filter(needsKind).map((value) => typeof value as ScalarKind));
    case 'intersection':
      return commonKinds(
        resolved.members.filter((member) => resolve(member).kind !== 'any'),
        resolve,
      );
    case 'null':
      return new Set();
    default:
      return new Set(['string']);
  }
}

/** A text whose pattern or format lets nothing through that reads like a number does not keep one beside it from being read, either. */
function formKinds(members: readonly Schema[], resolve: Resolve): Set<ScalarKind> {
  const kinds = members.map((member) => scalarKinds(member, resolve));
  if (kinds.every((each) => each.has('string') || each.size === 0))
    return new Set(kinds.flatMap((each) => [...each]));
  const told = kinds.filter((each, index) => {
    const member = members[index];
    return member === undefined || !each.has('string') || isMistakable(member, resolve);
  });
  return new Set(told.flatMap((each) => [...each]));
}

/** Every member must hold. */
function commonKinds(members: readonly Schema[], resolve: Resolve): Set<ScalarKind> {
  const [first, ...others] = members.map((member) => scalarKinds(member, resolve));
  if (first === undefined) return new Set(['string']);
  return new Set([...first].filter((kind) => others.every((kinds) => kinds.has(kind))));
}

/** How deep the flattened values of an API go at most; beyond it the schema refers to itself. */
const deepest = 16;

function flatShape(name: string, schema: Schema, resolve: Resolve, depth: number): DecoderExpression {
  if (depth > deepest) {
    throw new UnsupportedError(
      `Cannot read the flattened parameter ${JSON.stringify(name)}: its schema refers to itself. Send it as JSON text (contentMediaType: application/json).`,
    );
  }
  const forms = formsOf(schema, resolve, depth);
  const inner = (children: readonly Schema[]): DecoderExpression =>
    flatShape(name, together(children), resolve, depth + 1);
  const lists = forms.filter((form) => form.kind === 'array');
  const objects = forms.filter((form) => form.kind === 'object');
  if (objects.length > 0) return objectShape(objects, inner);
  if (lists.length === 0) return scalarDecoder(schema, resolve) ?? { text: '{}', uses: [] };
  const items = inner(lists.map((list) => list.items));
  return { text: `{ items: ${items.text} }`, uses: items.uses };
}

/** The members of all objects that a value may be: each text is read in the way that suits any of them. */
function objectShape(
  objects: readonly (Schema & { readonly kind: 'object' })[],
  inner: (children: readonly Schema[]) => DecoderExpression,
): DecoderExpression {
  const schemas = new Map<string, Schema[]>();
  for (const { name, schema } of objects.flatMap(({ properties }) => properties))
    schemas.set(name, [...(schemas.get(name) ?? []), schema]);
  const properties = [...schemas].map(([name, all]) => ({ name, shape: inner(all) }));
  const others = objects.flatMap(({ additional }) => (typeof additional === 'boolean' ? [] : [additional]));
  const additional = others.length === 0 ? undefined : inner(others);
  const members = properties.map((each) => `${propertyName(each.name)}: ${each.shape.text}`).join(', ');
  return {
    text: `{ properties: { ${members} }${additional === undefined ? '' : `, additional: ${additional.text}`} }`,
    uses: [...properties.flatMap(({ shape }) => shape.uses), ...(additional?.uses ?? [])],
  };
}

/** The schemas that a value is of one or all of, without `allOf`, `oneOf` and `anyOf` between them. */
function formsOf(schema: Schema, resolve: Resolve, depth: number): readonly Schema[] {
  const resolved = resolve(schema);
  if ((resolved.kind !== 'union' && resolved.kind !== 'intersection') || depth > deepest) return [resolved];
  return resolved.members.flatMap((member) => formsOf(member, resolve, depth + 1));
}

const together = (schemas: readonly Schema[]): Schema =>
  schemas.length === 1 && schemas[0] !== undefined
    ? schemas[0]
    : { kind: 'union', mode: 'any', members: schemas };
