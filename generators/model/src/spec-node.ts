import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { JsonValue } from './api-model.ts';
import type { Location } from './diagnostics.ts';
import type { Reader } from './reader.ts';
import { locationOf, type SpecDocument } from './spec-document.ts';

/** One key of a mapping with its value and the place of the key. */
export interface Field {
  readonly key: string;
  readonly value: SpecNode;
  readonly location: Location;
}

/**
 * A node of a spec file. Reading a wrong type reports a diagnostic and answers `undefined` (or nothing to iterate), so that a
 * reader goes on and finds the other faults of the file in the same run.
 */
export class SpecNode {
  readonly document: SpecDocument;
  readonly #reader: Reader;
  readonly #node: Node | null | undefined;
  #fields: Map<string, Field> | undefined;

  constructor(reader: Reader, document: SpecDocument, node: Node | null | undefined) {
    reader.countNode(() => locationOf(document, node));
    this.document = document;
    this.#reader = reader;
    this.#node = isAlias(node) ? (node.resolve(document.yaml) ?? node) : node;
  }

  get location(): Location {
    return locationOf(this.document, this.#node);
  }

  /** Offset in its file: with the file it identifies the node. */
  get offset(): number {
    return this.#node?.range?.[0] ?? 0;
  }

  isMap(): boolean {
    return isMap(this.#node);
  }

  isList(): boolean {
    return isSeq(this.#node);
  }

  /** The scalar as JSON has it; `undefined` for mappings, lists and values outside JSON. */
  scalar(): string | number | boolean | null | undefined {
    if (this.#node === null || this.#node === undefined) return null;
    const value: unknown = isScalar(this.#node) ? this.#node.value : undefined;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  /** The value under `key`; `undefined` when absent or when this is no mapping. */
  get(key: string): SpecNode | undefined {
    return this.#index().get(key)?.value;
  }

  /** The fields of a mapping; reports and answers none for anything else. */
  fields(what: string): readonly Field[] {
    if (!this.isMap()) this.#wrong(what, 'a mapping (`key: value`)');
    return [...this.#index().values()];
  }

  /** The items of a list; reports and answers none for anything else. */
  items(what: string): readonly SpecNode[] {
    if (isSeq(this.#node)) return this.#node.items.map((item) => this.#child(item as Node));
    this.#wrong(what, 'a list (`- item`)');
    return [];
  }

  string(what: string): string | undefined {
    const value = this.scalar();
    if (typeof value === 'string') return value;
    const quoted = value === undefined ? 'a text' : `a text: write '${String(value)}' in quotes`;
    return this.#wrong(what, quoted);
  }

  boolean(what: string): boolean | undefined {
    const value = this.scalar();
    return typeof value === 'boolean' ? value : this.#wrong(what, '`true` or `false`');
  }

  number(what: string): number | undefined {
    const value = this.scalar();
    return typeof value === 'number' ? value : this.#wrong(what, 'a number');
  }

  /** A count such as `maxItems`: a whole number, 0 or more. */
  count(what: string): number | undefined {
    const value = this.scalar();
    return typeof value === 'number' && Number.isInteger(value) && value >= 0
      ? value
      : this.#wrong(what, 'a whole number, 0 or more');
  }

  /** One of `values`; reports the nearest one otherwise. */
  oneOf<const Value extends string>(what: string, values: readonly Value[]): Value | undefined {
    const value = this.scalar();
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    this.#reader.unknownValue(this, what, String(value), values);
    return undefined;
  }

  /** The whole subtree as JSON. */
  json(what: string): JsonValue {
    if (this.isMap()) {
      // Object.fromEntries defines own properties, so a key `__proto__` stays data.
      return Object.fromEntries(this.fields(what).map(({ key, value }) => [key, value.json(what)]));
    }
    if (this.isList()) return this.items(what).map((item) => item.json(what));
    const value = this.scalar();
    return value === undefined ? (this.#wrong(what, 'a JSON value') ?? null) : value;
  }

  #wrong(what: string, expected: string): undefined {
    const found = this.isMap() ? 'a mapping' : this.isList() ? 'a list' : `\`${String(this.scalar())}\``;
    this.#reader.report(this.location, `${what} is ${found}`, expected, `replace it by ${expected}`);
  }

  #child(node: Node | null | undefined): SpecNode {
    return new SpecNode(this.#reader, this.document, node);
  }

  #index(): Map<string, Field> {
    if (this.#fields !== undefined) return this.#fields;
    const fields = new Map<string, Field>();
    for (const pair of isMap(this.#node) ? (this.#node.items as Pair<Node | null, Node | null>[]) : []) {
      this.#addField(fields, pair);
    }
    this.#fields = fields;
    return fields;
  }

  #addField(fields: Map<string, Field>, pair: Pair<Node | null, Node | null>): void {
    const location = locationOf(this.document, pair.key);
    // YAML reads `200:` as a number; OpenAPI means the text.
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if (!isScalar(pair.key)) {
      this.#reader.report(location, 'a key is no scalar', 'a text as key', 'write the key as plain text');
    } else if (fields.has(key)) {
      this.#reader.report(
        location,
        `the key \`${key}\` stands twice`,
        'each key once',
        'remove or rename one of the two',
      );
    } else {
      // A key without a value has no place of its own: the key's place stands for it.
      const value = pair.value ?? undefined;
      fields.set(key, {
        key,
        value: value === undefined ? this.#empty(pair.key) : this.#child(value),
        location,
      });
    }
  }

  #empty(key: Node): SpecNode {
    const empty = this.document.yaml.createNode(null);
    empty.range = key.range ?? null;
    return this.#child(empty);
  }
}
