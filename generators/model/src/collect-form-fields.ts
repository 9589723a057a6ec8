import type { Reader } from './reader.ts';
import { dereference } from './references.ts';
import type { SpecNode } from './spec-node.ts';
import { keySet } from './key-set.ts';

const formKeys = keySet('type properties required allOf title description');
const oneForAll =
  'a form has one list of fields: declare each in `properties`, and require only what every call sends';
const waysAround = {
  additionalProperties: 'remove it: a form has the fields that it declares, and no others',
  oneOf: oneForAll,
  anyOf: oneForAll,
};

/** Members of `allOf` followed at most, one inside another. */
const deepest = 100;

/** A field of a form. */
export interface FormField {
  /** Its schema in each member of `allOf` that describes it: all of them hold. */
  readonly places: readonly SpecNode[];
  readonly required: boolean;
}

/** The fields of a form by name, with those that its schema takes over by `allOf`, in the order of the spec. */
export function collectFormFields(reader: Reader, schema: SpecNode): ReadonlyMap<string, FormField> {
  const collector = new Collector(reader);
  collector.visit(schema, 0);
  return collector.finish();
}

class Collector {
  readonly #reader: Reader;
  readonly #places = new Map<string, SpecNode[]>();
  readonly #required: SpecNode[] = [];
  /** Whether a schema's members are still being visited, by its place. */
  readonly #visits = new Map<string, 'open' | 'done'>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  visit(given: SpecNode, depth: number): void {
    const object = dereference(this.#reader, given);
    if (object === undefined) return;
    const key = `${object.document.path}\n${object.offset}`;
    const before = this.#visits.get(key);
    if (before === 'open' || depth > deepest) {
      const what = before === 'open' ? 'leads back to itself' : 'nests too deeply';
      const expected = before === 'open' ? 'a chain that ends' : `at most ${deepest} levels`;
      this.#reader.report(given.location, `\`allOf\` of a form ${what}`, expected, 'remove this member');
    }
    // A schema that several members take over says the same each time.
    if (before !== undefined || depth > deepest) return;
    this.#visits.set(key, 'open');
    this.#read(object, depth);
    this.#visits.set(key, 'done');
  }

  #read(object: SpecNode, depth: number): void {
    this.#reader.checkKeys(object, 'the schema of a form', formKeys, waysAround);
    object.get('type')?.oneOf('`type` of a form', ['object']);
    for (const member of object.get('allOf')?.items('`allOf`') ?? []) this.visit(member, depth + 1);
    for (const { key, value } of object.get('properties')?.fields('`properties`') ?? []) {
      const places = this.#places.get(key);
      if (places === undefined) this.#places.set(key, [value]);
      else places.push(value);
    }
    for (const item of object.get('required')?.items('`required`') ?? []) this.#required.push(item);
  }

  /** Only now, since a member may require what another one declares. */
  finish(): ReadonlyMap<string, FormField> {
    const required = new Set(this.#required.map((item) => item.oneOf('the required field', this.#places)));
    return new Map(
      [...this.#places].map(([name, places]) => [name, { places, required: required.has(name) }]),
    );
  }
}
