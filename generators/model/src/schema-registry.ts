import type { NamedSchema, Schema } from './schema.ts';
import type { OperationNamer } from './operation-namer.ts';
import { pascalCase } from './names.ts';
import type { Target } from './references.ts';
import type { SpecNode } from './spec-node.ts';
import type { Trace } from './trace.ts';

interface Entry {
  readonly name: string;
  readonly node: SpecNode;
  schema?: Schema;
}

/**
 * The named schemas that operations reach. A reference registers its target; the targets are read afterwards, one by one, so that
 * recursive schemas end and deep chains do not overflow the stack.
 */
export class SchemaRegistry {
  readonly #entries = new Map<string, Entry>();
  readonly #byName = new Map<string, Entry>();
  readonly #names: OperationNamer;
  readonly #trace: Trace;
  /** By wanted name, the number that the last schema of it got. */
  readonly #counts = new Map<string, number>();

  constructor(names: OperationNamer, trace: Trace) {
    this.#names = names;
    this.#trace = trace;
  }

  /** The name under which the target stands in the model. */
  register(target: Target): string {
    this.#trace.addReference(target.ref);
    const key = `${target.node.document.path}\n${target.node.offset}`;
    const known = this.#entries.get(key);
    if (known !== undefined) return known.name;
    // Two files may use one name for different schemas.
    let count = this.#counts.get(target.name) ?? 1;
    let name = count === 1 ? target.name : `${target.name}${count}`;
    while (this.#byName.has(name)) {
      count += 1;
      name = `${target.name}${count}`;
    }
    this.#counts.set(target.name, count);
    this.#trace.hasRivals ||= count > 1;
    const entry: Entry = { name, node: target.node };
    this.#byName.set(name, entry);
    this.#entries.set(key, entry);
    return name;
  }

  /** The node that a name stands for. */
  nodeOf(name: string): SpecNode | undefined {
    return this.#byName.get(name)?.node;
  }

  /** The schema that a name stands for, read once: parameters ask for it as often as they refer to it. */
  read(name: string, read: (node: SpecNode) => Schema): Schema | undefined {
    const entry = this.#byName.get(name);
    return entry === undefined ? undefined : readEntry(entry, read);
  }

  /** Reads every registered schema, those included that reading registers. In the order of the spec. */
  readAll(read: (node: SpecNode) => Schema): readonly NamedSchema[] {
    const schemas: { entry: Entry; schema: Schema }[] = [];
    // A Map's iterator also visits what is added while it runs.
    for (const entry of this.#entries.values()) schemas.push({ entry, schema: readEntry(entry, read) });
    schemas.sort((a, b) => compare(a.entry, b.entry));
    // Named only now, after every operation has its names: adding a schema must not rename a client's methods.
    const { types } = this.#names;
    return schemas.map(({ entry: { name }, schema }) => ({
      name,
      typeName: types.take(pascalCase(name)),
      schema,
    }));
  }
}

function readEntry(entry: Entry, read: (node: SpecNode) => Schema): Schema {
  entry.schema ??= read(entry.node);
  return entry.schema;
}

function compare(a: Entry, b: Entry): number {
  const byFile = a.node.document.path < b.node.document.path ? -1 : 1;
  return a.node.document.path === b.node.document.path ? a.node.offset - b.node.offset : byFile;
}
