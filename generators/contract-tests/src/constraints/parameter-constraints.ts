/** The constraints of one parameter, with the wire texts that keep and break each. */
import type { JsonValue, Parameter } from '@swas/generator-model';
import type { Query } from '../contract-case.ts';
import { fromMarkedText } from '../values/template-text.ts';
import type { SchemaTable } from '../values/schema-table.ts';
import { serialize } from '../values/serialize.ts';
import type { Constraint, Sample } from './constraint.ts';
import { constraintsOf } from './constraints-of.ts';
import { jsonTypeConstraint, malformed } from './json-constraints.ts';

/** Wire texts of one parameter and what is special about them. */
export interface WireSample {
  readonly label: string;
  readonly query: Query;
  /** True when the value is there and readable, so that a documented code for wrong values is due. */
  readonly readable: boolean;
}

export interface ParameterConstraint extends Pick<Constraint, 'path' | 'keyword' | 'text' | 'source'> {
  readonly wrong: readonly WireSample[];
  readonly right: readonly WireSample[];
}

function required(parameter: Parameter): ParameterConstraint[] {
  if (!parameter.required) return [];
  const wrong = [{ label: 'nothing', query: {}, readable: false }];
  return [{ path: '', keyword: 'required', text: 'is required', wrong, right: [] }];
}

function jsonText(parameter: Parameter, value: JsonValue): ParameterConstraint[] {
  if (parameter.serialization !== 'json') return [];
  const texts: readonly (readonly [string, string])[] = [['an empty text', ''], ...malformed(value)];
  const wrong = texts.map(([label, text]) => ({
    label,
    query: { [parameter.name]: fromMarkedText(text) },
    readable: false,
  }));
  return [{ path: '', keyword: 'json', text: 'is JSON text', wrong, right: [] }];
}

function textLength(parameter: Parameter, value: JsonValue): ParameterConstraint[] {
  const limit = parameter.maxTextLength;
  if (limit === undefined) return [];
  const padded = (length: number): Query => ({
    [parameter.name]: fromMarkedText(JSON.stringify(value).padEnd(length, ' ')),
  });
  const wrong = [{ label: `${limit + 1} characters`, query: padded(limit + 1), readable: true }];
  return [{ path: '', keyword: 'maxTextLength', text: `has at most ${limit} characters`, wrong, right: [] }];
}

/**
 * Every constraint of a parameter.
 *
 * @param value a valid decoded value, of which the others are made; it may hold marked placeholders.
 */
export function parameterConstraints(
  parameter: Parameter,
  value: JsonValue,
  table: SchemaTable,
): readonly ParameterConstraint[] {
  const place = {
    path: '',
    value,
    rebuild: (changed: JsonValue) => changed,
    table,
    above: [],
    walk: constraintsOf,
  };
  const walked = [
    ...(parameter.serialization === 'json' ? [jsonTypeConstraint(parameter, value, table)] : []),
    ...constraintsOf(parameter.schema, place),
  ];
  const onWire = ({ label, value: changed }: Sample): WireSample => {
    const empty = changed === '';
    return { label, query: serialize(parameter, changed), readable: !empty };
  };
  // Samples are made blindly; one that other parts of the schema accept or refuse would examine something else.
  const examined = walked.map((constraint) => ({
    ...constraint,
    wrong: constraint.wrong.filter((sample) => !table.accepts(parameter.schema, sample.value)).map(onWire),
    right: constraint.right.filter((sample) => table.accepts(parameter.schema, sample.value)).map(onWire),
  }));
  return [
    ...required(parameter),
    ...jsonText(parameter, value),
    ...textLength(parameter, value),
    ...examined.filter(({ wrong, right }) => wrong.length + right.length > 0),
  ];
}
