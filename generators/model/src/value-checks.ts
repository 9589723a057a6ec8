import type { JsonValue } from './api-model.ts';
import type { Context } from './context.ts';
import type { Fault } from './diagnostics.ts';
import { readSchema } from './read-schema.ts';
import type { Schema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';
import { findFault, type ValueFault } from './values/find-fault.ts';

/** References followed from one to the next at most. */
const longestChain = 500;

/** Longest value that a diagnostic quotes, in characters. */
const longestQuote = 80;

/** A value in the spec that its schema has to accept. */
export interface NotedValue {
  readonly node: SpecNode;
  readonly schema: Schema;
  /** As it is decoded. */
  readonly value: JsonValue;
  readonly what: 'example' | 'default';
  /** Takes it out of the model. */
  readonly drop: () => void;
}

/**
 * Examples and defaults that were read, until the schemas that they refer to can be read: a schema's own example may refer to that schema.
 *
 * A wrong default is an error, since it says what a server does. A wrong example is only shown, and specs written down from
 * documentation are full of them: a warning, and the model goes without it.
 */
export class ValueChecks {
  readonly #noted = new Map<string, NotedValue>();

  /** Takes in a value. What is noted later of the same place holds: its reader knows more of how it is written. */
  note(value: NotedValue): void {
    if (value.schema.kind === 'any') return;
    const { document, offset } = value.node;
    this.#noted.set(`${document.path}\n${offset}`, value);
  }

  /** Checks what was noted, while nothing else is being read. */
  settle(context: Context): void {
    // A Map's iterator also visits what is added while it runs: reading a schema may note more.
    for (const [key, value] of this.#noted) {
      this.#noted.delete(key);
      check(context, value);
    }
  }
}

function check(context: Context, { node, schema, value, what, drop }: NotedValue): void {
  const found = findFault(schema, value, (one) => targetOf(context, one));
  if (found === undefined) return;
  drop();
  const { reader } = context;
  const place = placeOf(node, found);
  if (what === 'default') reader.report(place.location, ...faultOf(found, what));
  else reader.warn(place, place.offset, faultOf(found, what));
}

/** What a schema stands for that may be a reference. */
export function targetOf(context: Context, schema: Schema): Schema {
  let current = schema;
  const read = (node: SpecNode): Schema => readSchema(context, node);
  for (let length = 0; current.kind === 'reference' && length < longestChain; length += 1) {
    const target = context.schemas.read(current.name, read);
    if (target === undefined) break;
    current = target;
  }
  return current;
}

/** The part that is wrong; of a value inside a text, the text. */
function placeOf(node: SpecNode, { path }: ValueFault): SpecNode {
  let current = node;
  for (const step of path) {
    const next = typeof step === 'number' ? current.item(step) : current.get(step);
    if (next === undefined) break;
    current = next;
  }
  return current;
}

function faultOf({ path, expected, found }: ValueFault, what: NotedValue['what']): Fault {
  const name = what === 'default' ? '`default`' : 'the example';
  const inside = path.length === 0 ? '' : ` at \`/${path.join('/')}\``;
  return [
    `${name} breaks its schema${inside}: it is ${quoted(found)}`,
    expected,
    hintFor(found, expected, what),
  ];
}

function quoted(value: JsonValue): string {
  const text = JSON.stringify(value);
  return `\`${text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text}\``;
}

/** Quotes too many or too few are what it mostly is. */
function hintFor(found: JsonValue, expected: string, what: NotedValue['what']): string {
  if ((typeof found === 'number' || typeof found === 'boolean') && expected.startsWith('a text'))
    return `put it in quotes: '${String(found)}'`;
  const isPlain = typeof found === 'string' && /^(?:-?\d+(?:\.\d+)?|true|false|null)$/.test(found);
  if (isPlain && /^(?:a (?:whole )?number|`(?:true|null|-?\d))/.test(expected))
    return `write it without quotes: ${found}`;
  return `correct the ${what}, or the schema`;
}
