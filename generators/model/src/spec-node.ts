import type { JsonValue } from './api-model.ts';
import { checkDigits } from './check-digits.ts';
import type { Location } from './diagnostics.ts';
import { Field, Key } from './field.ts';
import { maximumJsonDepth } from './json-depth.ts';
import type { Reader } from './reader.ts';
import type { SpecDocument } from './spec-document.ts';
import { kinds, type SyntaxTree } from './syntax/syntax-tree.ts';

/** A closed list of texts; one that may be long is a set, or the keys of a map. */
type Values<Value extends string> = readonly Value[] | ReadonlySet<Value> | ReadonlyMap<Value, unknown>;

/**
 * A node of a spec file. Reading a wrong type reports a diagnostic and answers `undefined` (or nothing to iterate), so that a
 * reader goes on and finds the other faults of the file in the same run.
 *
 * It is made anew whenever somebody asks for it and dies young: what lasts is a few numbers of the `SyntaxTree`.
 */
export class SpecNode {
  readonly document: SpecDocument;
  readonly #reader: Reader;
  readonly #tree: SyntaxTree;
  readonly #at: number;
  readonly #parent: SpecNode | undefined;
  readonly #step: string | number;

  /**
   * @param at where the tree has it: an alias is taken for what it stands for.
   * @param parent what holds the node, under the key or index `step`; none for the root of a file.
   */
  constructor(
    reader: Reader,
    document: SpecDocument,
    at: number,
    parent?: SpecNode,
    step: string | number = '',
  ) {
    this.document = document;
    this.#reader = reader;
    this.#tree = document.tree;
    this.#parent = parent;
    this.#step = step;
    this.#at = document.tree.kind(at) === kinds.alias ? this.#resolve(at) : at;
    reader.countNode(this);
  }

  get location(): Location {
    return this.document.locate(this.offset);
  }

  /** Place of a part of this scalar's text: of the occurrence with a number, counted from 0. */
  placeOf(part: string, occurrence: number): Location {
    return this.document.locate(this.#tree.offsetOf(this.#at, part, occurrence));
  }

  /** RFC 6901 pointer from the root of its file; through an alias, to where the alias stands. */
  get pointer(): string {
    if (this.#parent === undefined) return '';
    return `${this.#parent.pointer}/${String(this.#step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }

  /** Offset in its file: with the file it identifies the node. */
  get offset(): number {
    return this.#tree.start(this.#at);
  }

  /** What tells a repeated mapping or list: see `SyntaxTree.textOf`. */
  get text(): string | undefined {
    return this.#tree.textOf(this.#at);
  }

  isMap(): boolean {
    return this.#tree.kind(this.#at) === kinds.map;
  }

  isList(): boolean {
    return this.#tree.kind(this.#at) === kinds.list;
  }

  /** A scalar's text as it stands in the file. */
  get source(): string {
    if (this.isMap()) return 'map';
    return this.isList() ? 'list' : this.#tree.source(this.#at);
  }

  /** The scalar as JSON has it; `undefined` for mappings, lists and values outside JSON. */
  scalar(): string | number | boolean | null | undefined {
    const value = this.#tree.scalar(this.#at);
    if (typeof value === 'string' || value === null || typeof value === 'boolean') return value;
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  /** The scalar as JSON has it; reports a whole number that loses digits. */
  exactScalar(): string | number | boolean | null | undefined {
    const value = this.scalar();
    checkDigits(this.#reader, this, value);
    return value;
  }

  /** The value under `key`; `undefined` when absent or when this is no mapping. */
  get(key: string): SpecNode | undefined {
    if (!this.isMap()) return undefined;
    const at = this.#tree.find(this.#at, key);
    return at < 0 ? undefined : this.#child(at, key);
  }

  /** The item with an index, counted from 0; `undefined` when absent or when this is no list. */
  item(index: number): SpecNode | undefined {
    if (!this.isList()) return undefined;
    const at = this.#tree.item(this.#at, index);
    return at < 0 ? undefined : this.#child(at, index);
  }

  /** The keys of a mapping; reports and answers none for anything else. */
  keys(what: string): readonly Key[] {
    if (!this.isMap()) return this.#wrong(what, 'a mapping (`key: value`)') ?? [];
    const { document } = this;
    return this.#tree.keys(this.#at).map((at) => new Key(document, at));
  }

  /** The texts of a mapping's keys, one by one: there may be a million, and nobody may want them all. None for anything else. */
  *names(): Generator<string> {
    if (this.isMap()) for (const key of this.#tree.keys(this.#at)) yield this.#tree.name(key);
  }

  /** The fields of a mapping; reports and answers none for anything else. */
  fields(what: string): readonly Field[] {
    return this.keys(what).map((key) => new Field(key, this.#child(key.value, key.name)));
  }

  /** The items of a list; reports and answers none for anything else. */
  items(what: string): readonly SpecNode[] {
    if (this.isList()) return this.#tree.items(this.#at).map((item, index) => this.#child(item, index));
    return this.#wrong(what, 'a list (`- item`)') ?? [];
  }

  string(what: string): string | undefined {
    const value = this.scalar();
    if (typeof value === 'string') return value;
    if (this.isMap() || this.isList() || this.#isEmpty()) return this.#wrong(what, 'a text');
    // As it stands in the file: YAML reads `1.10` as the number 1.1.
    return this.#wrong(what, 'a text', `put it in quotes: '${this.source}'`);
  }

  boolean(what: string): boolean | undefined {
    const value = this.scalar();
    return typeof value === 'boolean' ? value : this.#wrong(what, '`true` or `false`');
  }

  number(what: string): number | undefined {
    const value = this.exactScalar();
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
  oneOf<const Value extends string>(what: string, values: Values<Value>): Value | undefined {
    const value = this.scalar();
    const known = 'has' in values ? values.has(value as Value) : values.includes(value as Value);
    if (known) return value as Value;
    const names = [...('has' in values ? values.keys() : values)];
    if (typeof value === 'string') this.#reader.unknownValue(this, what, value, names);
    else this.#wrong(what, names.map((name) => `\`${name}\``).join(', '), 'use one of these');
    return undefined;
  }

  /** The whole subtree as JSON. */
  json(what: string, depth = 0): JsonValue {
    if (depth > maximumJsonDepth) {
      const expected = `at most ${maximumJsonDepth} levels`;
      return this.#wrong(what, expected, 'use a flatter value') ?? null;
    }
    if (this.isMap()) {
      // Object.fromEntries defines own properties, so a key `__proto__` stays data.
      return Object.fromEntries(
        this.fields(what).map(({ key, value }) => [key, value.json(what, depth + 1)]),
      );
    }
    if (this.isList()) return this.items(what).map((item) => item.json(what, depth + 1));
    const value = this.exactScalar();
    return value === undefined ? (this.#wrong(what, 'a JSON value') ?? null) : value;
  }

  #wrong(what: string, expected: string, hint = `replace it by ${expected}`): undefined {
    this.#reader.report(this.location, `${what} is ${this.#described()}`, expected, hint);
  }

  #isEmpty(): boolean {
    return this.#tree.kind(this.#at) === kinds.nothing;
  }

  /** The value as diagnostics quote it: as it stands in the file. */
  #described(): string {
    if (this.isMap()) return 'a mapping';
    if (this.isList()) return 'a list';
    if (this.#isEmpty()) return 'empty';
    return typeof this.scalar() === 'string' ? `the text \`${this.source}\`` : `\`${this.source}\``;
  }

  #resolve(at: number): number {
    const { name, target } = this.#tree.alias(at);
    if (typeof target === 'number') {
      return this.#tree.kind(target) === kinds.alias ? this.#resolve(target) : target;
    }
    const message = `the alias \`*${name}\` ${target === 'circular' ? 'stands inside what it names' : 'names no anchor'}`;
    const place = this.document.locate(this.#tree.start(at));
    this.#reader.report(place, message, 'an alias of something above it', 'use `$ref`, or write it out');
    // What is missing here would be reported again wherever it is read.
    return this.#reader.fail();
  }

  #child(at: number, step: string | number): SpecNode {
    return new SpecNode(this.#reader, this.document, at, this, step);
  }
}
