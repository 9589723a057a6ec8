/** Limits on texts: length and alphabet. */
import { accepts, type StringSchema } from '@swas/generator-model';
import { framedText } from '../values/sample-text.ts';
import { constraintAt, count, type Constraint, type Place, type Sample } from './constraint.ts';

/** Characters with which a text is filled up or spoilt, from harmless to far away; U+0080 is the first beyond ASCII. */
const FILLERS = ['a', '0', 'A', '-', '.'];
const STRANGERS = ['\u0080', '中', ' ', '!', '/', 'Z', 'z', '0', '\n'];
const PUNCTUATION = " !#$%&'()*+,-./:;=?@[]^_~";

/** Longest text that a case sends, in characters: servers refuse longer addresses anyway. A limit beyond it is not examined. */
const MAX_EXAMINED = 8192;

const nameOf = (character: string): string =>
  /[!-~]|\p{L}/u.test(character)
    ? character
    : `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

/** A text of exactly `length` characters that pattern and format allow, when one of the fillers makes it so. */
function filled(schema: StringSchema, length: number): string | undefined {
  const { minLength: _least, maxLength: _most, ...shape } = schema;
  const texts = FILLERS.map((filler) => framedText(schema.format, filler, length));
  return texts.find((text) => text !== undefined && accepts(shape, text, (same) => same));
}

function samples(schema: StringSchema, lengths: readonly (readonly [number, string])[]): readonly Sample[] {
  return lengths.flatMap(([length, label]) => {
    const value = length < 0 ? undefined : filled(schema, length);
    return value === undefined ? [] : [{ label, value }];
  });
}

function maxLength(place: Place, schema: StringSchema, limit: number): Constraint {
  return constraintAt(place, schema, {
    keyword: 'maxLength',
    text: `has at most ${count(limit, 'character')}`,
    wrong: samples(schema, [[limit + 1, count(limit + 1, 'character')]]),
    right: samples(schema, [
      [limit, count(limit, 'character')],
      [limit - 1, count(limit - 1, 'character')],
    ]),
  });
}

function minLength(place: Place, schema: StringSchema, limit: number): Constraint {
  return constraintAt(place, schema, {
    keyword: 'minLength',
    text: `has at least ${count(limit, 'character')}`,
    wrong: samples(schema, [[limit - 1, limit === 1 ? 'an empty text' : count(limit - 1, 'character')]]),
    right: samples(schema, [
      [limit, count(limit, 'character')],
      [limit + 1, count(limit + 1, 'character')],
    ]),
  });
}

function pattern(place: Place, schema: StringSchema, source: string): Constraint {
  const valid = typeof place.value === 'string' && place.value.length > 1 ? place.value : 'token';
  const base = place.table.accepts(schema, valid) ? valid : '';
  // The last character makes room, so that the length stays right.
  const withLast = (end: string): string => base.slice(0, Math.max(0, base.length - 1)) + end;
  const canSay = (character: string): boolean => place.canSay(place.rebuild(withLast(character)));
  const allowed = [...PUNCTUATION].filter(
    (character) => place.table.accepts(schema, withLast(character)) && canSay(character),
  );
  return constraintAt(place, schema, {
    keyword: 'pattern',
    text: schema.patternText === undefined ? `matches ${source}` : `must ${schema.patternText}`,
    wrong: STRANGERS.filter(
      (character) => !place.table.accepts(schema, withLast(character)) && canSay(character),
    )
      .slice(0, 2)
      .map((character) => ({ label: `the character ${nameOf(character)}`, value: withLast(character) })),
    right: allowed.length === 0 ? [] : [{ label: 'punctuation', value: base.slice(0, 8) + allowed.join('') }],
  });
}

/** The limits of a text. */
export function stringConstraints(place: Place, schema: StringSchema): readonly Constraint[] {
  return [
    ...(schema.minLength === undefined || schema.minLength === 0
      ? []
      : [minLength(place, schema, schema.minLength)]),
    ...(schema.maxLength === undefined || schema.maxLength > MAX_EXAMINED
      ? []
      : [maxLength(place, schema, schema.maxLength)]),
    ...(schema.pattern === undefined ? [] : [pattern(place, schema, schema.pattern)]),
  ];
}
