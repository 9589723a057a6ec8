/** The constraints of one parameter, with the wire texts that keep and break each. */
import type { JsonValue, Parameter, Schema } from '@swas/generator-model';
import type { SchemaTable } from '../values/schema-table.ts';
import { canSay, wireTexts } from '../values/serialize.ts';
import type { Constraint, Sample } from './constraint.ts';
import { constraintsOf } from './constraints-of.ts';
import { malformed, nounOf, otherThings } from './json-constraints.ts';

/** Wire texts of one parameter and what is special about them. */
export interface WireSample {
  readonly label: string;
  /** By wire name; placeholders are still marked. */
  readonly texts: readonly (readonly [name: string, text: string])[];
  /** True when the value is there and readable, so that a documented code for wrong values is due. */
  readonly readable: boolean;
}

export interface ParameterConstraint extends Pick<Constraint, 'path' | 'keyword' | 'text' | 'source'> {
  readonly wrong: readonly WireSample[];
  readonly right: readonly WireSample[];
}

/** Whether an empty text says nothing: it is no valid value, names no resource and no region. */
function emptyIsNothing(parameter: Parameter, table: SchemaTable): boolean {
  const names = parameter.serverVariable !== undefined || table.resourceOf(parameter.schema) !== undefined;
  return parameter.serialization === 'json' || names || !table.accepts(parameter.schema, '');
}

function required(parameter: Parameter, table: SchemaTable): ParameterConstraint[] {
  if (!parameter.required) return [];
  const missing: WireSample = { label: 'nothing', texts: [], readable: false };
  const empty: WireSample = { label: 'an empty text', texts: [[parameter.name, '']], readable: false };
  // Flattened arrays and objects have no name of their own that could stand there empty.
  const wrong =
    parameter.serialization !== 'flat' && emptyIsNothing(parameter, table) ? [missing, empty] : [missing];
  return [{ path: '', keyword: 'required', text: 'is required', wrong, right: [] }];
}

function jsonText(parameter: Parameter, value: JsonValue, table: SchemaTable): ParameterConstraint[] {
  if (parameter.serialization !== 'json') return [];
  const texts = malformed(value)
    // Where a text will do as well, this is one that needs no quotes.
    .filter(([, text]) => !table.accepts(parameter.schema, text))
    .map(([label, text]): WireSample => ({ label, texts: [[parameter.name, text]], readable: false }));
  const others = otherThings(value)
    .filter((sample) => !table.accepts(parameter.schema, sample.value))
    .map((sample) => ({ label: sample.label, texts: wireTexts(parameter, sample.value), readable: true }));
  const text = `is JSON text of ${nounOf(table.resolve(parameter.schema))}`;
  return [{ path: '', keyword: 'json', text, wrong: [...texts, ...others], right: [] }];
}

function textLength(parameter: Parameter, value: JsonValue): ParameterConstraint[] {
  const limit = parameter.maxTextLength;
  if (limit === undefined) return [];
  const padded = JSON.stringify(value).padEnd(limit + 1, ' ');
  const wrong: WireSample[] = [
    { label: `${limit + 1} characters`, texts: [[parameter.name, padded]], readable: true },
  ];
  return [{ path: '', keyword: 'maxTextLength', text: `has at most ${limit} characters`, wrong, right: [] }];
}

function find(parameter: Parameter, value: JsonValue, table: SchemaTable): readonly ParameterConstraint[] {
  const place = {
    path: '',
    value,
    rebuild: (changed: JsonValue) => changed,
    canSay: (whole: JsonValue) => canSay(parameter, whole),
    table,
    above: [],
    walk: constraintsOf,
  };
  const onWire = ({ label, value: changed }: Sample): WireSample => {
    return { label, texts: wireTexts(parameter, changed), readable: changed !== '' };
  };
  // Samples are made blindly; one that other parts of the schema accept or refuse would examine something else.
  const sendable = (sample: Sample, valid: boolean): boolean =>
    table.accepts(parameter.schema, sample.value) === valid && canSay(parameter, sample.value);
  // To a gateway, a required parameter that comes empty is as good as missing.
  const isThere = ({ value: sent }: Sample): boolean => !parameter.required || sent !== '';
  const examined = constraintsOf(parameter.schema, place).map((constraint) => ({
    ...constraint,
    wrong: constraint.wrong.filter((sample) => sendable(sample, false)).map(onWire),
    right: constraint.right.filter((sample) => sendable(sample, true) && isThere(sample)).map(onWire),
  }));
  return [
    ...required(parameter, table),
    ...jsonText(parameter, value, table),
    ...textLength(parameter, value),
    ...examined.filter(({ wrong, right }) => wrong.length + right.length > 0),
  ];
}

interface Found {
  readonly key: string;
  readonly constraints: readonly ParameterConstraint[];
}

const latest = new WeakMap<SchemaTable, WeakMap<Schema, Found>>();

/**
 * Every constraint of a parameter. Operations share parameters such as a region or a token, which are examined once.
 *
 * @param value a valid decoded value, of which the others are made; it may hold marked placeholders.
 */
export function parameterConstraints(
  parameter: Parameter,
  value: JsonValue,
  table: SchemaTable,
): readonly ParameterConstraint[] {
  const {
    name,
    location,
    schema,
    serialization,
    required: isRequired,
    serverVariable,
    maxTextLength,
  } = parameter;
  const key = JSON.stringify([
    name,
    location,
    serialization,
    isRequired,
    serverVariable,
    maxTextLength,
    value,
  ]);
  const bySchema = latest.get(table) ?? new WeakMap<Schema, Found>();
  latest.set(table, bySchema);
  const known = bySchema.get(schema);
  if (known?.key === key) return known.constraints;
  const constraints = find(parameter, value, table);
  bySchema.set(schema, { key, constraints });
  return constraints;
}
