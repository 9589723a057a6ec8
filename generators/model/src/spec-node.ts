import type { JsonValue } from './api-model.ts';
import type { Location } from './diagnostics.ts';
import { Field } from './field.ts';
import type { Reader } from './reader.ts';
import { locationOf, type SpecDocument } from './spec-document.ts';
import type { AliasNode, Entry, SyntaxNode } from './syntax/syntax-node.ts';

/** Deepest nesting of an example or default. */
const maximumJsonDepth = 100;

/** A node of the file, or nothing; what an alias stands for instead of the alias. */
type Content = Exclude<SyntaxNode, AliasNode> | undefined;

const isEmpty = (node: Content): boolean =>
  node === undefined || (node.kind === 'scalar' && node.value === null && (node.source ?? '') === '');

/** A scalar's text as it stands in the file. */
const sourceOf = (node: Content): string =>
  node?.kind === 'scalar' ? (node.source ?? String(node.value)) : String(node?.kind);

/**
 * A node of a spec file. Reading a wrong type reports a diagnostic and answers `undefined` (or nothing to iterate), so that a
 * reader goes on and finds the other faults of the file in the same run.
 */
export class SpecNode {
  readonly document: SpecDocument;
  readonly #reader: Reader;
  readonly #node: Content;
  #fields: Map<string, Field> | undefined;

  readonly #parent: SpecNode | undefined;
  readonly #step: string | number;

  /** @param parent what holds the node, under the key or index `step`; none for the root of a file. */
  constructor(
    reader: Reader,
    document: SpecDocument,
    node: SyntaxNode | undefined,
    parent?: SpecNode,
    step: string | number = '',
  ) {
    reader.countNode(document, node);
    this.document = document;
    this.#reader = reader;
    this.#parent = parent;
    this.#step = step;
    this.#node = node?.kind === 'alias' ? this.#resolve(node) : node;
  }

  get location(): Location {
    return locationOf(this.document, this.#node);
  }

  /** RFC 6901 pointer from the root of its file; through an alias, to where the alias stands. */
  get pointer(): string {
    if (this.#parent === undefined) return '';
    return `${this.#parent.pointer}/${String(this.#step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }

  /** Offset in its file: with the file it identifies the node. */
  get offset(): number {
    return this.#node?.start ?? 0;
  }

  isMap(): boolean {
    return this.#node?.kind === 'map';
  }

  isList(): boolean {
    return this.#node?.kind === 'list';
  }

  /** A scalar's text as it stands in the file. */
  get source(): string {
    return sourceOf(this.#node);
  }

  /** The scalar as JSON has it; `undefined` for mappings, lists and values outside JSON. */
  scalar(): string | number | boolean | null | undefined {
    if (this.#node === undefined) return null;
    const value: unknown = this.#node.kind === 'scalar' ? this.#node.value : undefined;
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
    if (this.#node?.kind === 'list') return this.#node.items.map((item, index) => this.#child(item, index));
    this.#wrong(what, 'a list (`- item`)');
    return [];
  }

  string(what: string): string | undefined {
    const value = this.scalar();
    if (typeof value === 'string') return value;
    if (this.#node?.kind !== 'scalar' || isEmpty(this.#node)) return this.#wrong(what, 'a text');
    // As it stands in the file: YAML reads `1.10` as the number 1.1.
    return this.#wrong(what, 'a text', `put it in quotes: '${sourceOf(this.#node)}'`);
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
    if (typeof value === 'string') this.#reader.unknownValue(this, what, value, values);
    else this.#wrong(what, values.map((name) => `\`${name}\``).join(', '), 'use one of these');
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
    const value = this.scalar();
    return value === undefined ? (this.#wrong(what, 'a JSON value') ?? null) : value;
  }

  #wrong(what: string, expected: string, hint = `replace it by ${expected}`): undefined {
    this.#reader.report(this.location, `${what} is ${this.#described()}`, expected, hint);
  }

  /** The value as diagnostics quote it: as it stands in the file. */
  #described(): string {
    if (this.isMap()) return 'a mapping';
    if (this.isList()) return 'a list';
    if (isEmpty(this.#node)) return 'empty';
    return typeof this.scalar() === 'string' ? `the text \`${this.source}\`` : `\`${this.source}\``;
  }

  #resolve(alias: AliasNode): Content {
    const { target } = alias;
    if (typeof target !== 'string') return target.kind === 'alias' ? this.#resolve(target) : target;
    const message = `the alias \`*${alias.name}\` ${target === 'circular' ? 'stands inside what it names' : 'names no anchor'}`;
    const place = locationOf(this.document, alias);
    this.#reader.report(place, message, 'an alias of something above it', 'use `$ref`, or write it out');
    // What is missing here would be reported again wherever it is read.
    return this.#reader.fail();
  }

  #child(node: SyntaxNode | undefined, step: string | number): SpecNode {
    return new SpecNode(this.#reader, this.document, node, this, step);
  }

  #index(): Map<string, Field> {
    if (this.#fields !== undefined) return this.#fields;
    const fields = new Map<string, Field>();
    if (this.#node?.kind === 'map') for (const entry of this.#node.entries) this.#addField(fields, entry);
    this.#fields = fields;
    return fields;
  }

  #addField(fields: Map<string, Field>, { key: keyNode, value }: Entry): void {
    // YAML reads `200:` as a number; OpenAPI means the text.
    const key = keyNode?.kind === 'scalar' ? String(keyNode.value) : '';
    if (keyNode?.kind !== 'scalar') {
      const location = locationOf(this.document, keyNode);
      this.#reader.report(location, 'a key is no scalar', 'a text as key', 'write the key as plain text');
    } else if (fields.has(key)) {
      const message = `the key \`${key}\` stands twice`;
      const hint = 'remove or rename one of the two';
      this.#reader.report(locationOf(this.document, keyNode), message, 'each key once', hint);
    } else {
      // A key without a value has no place of its own: the key's place stands for it.
      const child = this.#child(value ?? { kind: 'scalar', start: keyNode.start, value: null }, key);
      fields.set(key, new Field(key, child, keyNode));
    }
  }
}
