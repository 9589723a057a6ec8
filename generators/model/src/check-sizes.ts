import type { Operation } from './operation.ts';
import type { Reader } from './reader.ts';
import type { NamedSchema, Schema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';

/** Parts that a value may have at most when references are written out: examples and test requests are made from it. */
const mostParts = 20_000;

/** Named schemas that a value may have one inside another: whoever makes one does so by recursion. */
const mostLevels = 1000;

/** Counts what a schema unfolds to, and stops at the limit. */
class Unfolding {
  readonly #schemas: ReadonlyMap<string, Schema>;
  readonly #open = new Set<string>();
  #left = mostParts;
  #depth = 0;

  constructor(schemas: ReadonlyMap<string, Schema>) {
    this.#schemas = schemas;
  }

  /** @param times how often the value stands there: each item of a list has its own. */
  fits(schema: Schema, times = 1): boolean {
    this.#left -= times;
    if (this.#left < 0 || this.#depth > mostLevels) return false;
    switch (schema.kind) {
      case 'array':
        return this.fits(schema.items, times * Math.max(1, schema.minItems ?? 1));
      case 'object':
        return (
          schema.properties.every((property) => this.fits(property.schema, times)) &&
          (typeof schema.additional === 'boolean' ||
            this.fits(schema.additional, times * Math.max(1, schema.minProperties ?? 1)))
        );
      case 'union':
      case 'intersection':
        return schema.members.every((member) => this.fits(member, times));
      case 'reference':
        return this.#fitsNamed(schema.name, times);
      default:
        return true;
    }
  }

  /** Inside itself a schema is left out, as in the examples that are made from it. */
  #fitsNamed(name: string, times: number): boolean {
    const opened: string[] = [];
    let schema: Schema | undefined = { kind: 'reference', name };
    // A loop: a chain of references may be as long as the spec.
    while (schema?.kind === 'reference' && !this.#open.has(schema.name)) {
      this.#open.add(schema.name);
      opened.push(schema.name);
      schema = this.#schemas.get(schema.name);
      if (schema?.kind === 'reference') this.#left -= times;
    }
    this.#depth += 1;
    const inside = schema === undefined || schema.kind === 'reference' || this.fits(schema, times);
    this.#depth -= 1;
    for (const each of opened) this.#open.delete(each);
    return inside && this.#left >= 0;
  }
}

/** Reports operations whose values would be larger than any test could use: each schema that refers twice to the next one doubles them. */
export function checkSizes(
  reader: Reader,
  root: SpecNode,
  operations: readonly Operation[],
  schemas: readonly NamedSchema[],
): void {
  const named = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const fits = (schema: Schema): boolean => new Unfolding(named).fits(schema);
  for (const { name, parameters, result } of operations) {
    if (fits(result) && parameters.every(({ schema }) => fits(schema))) continue;
    const node = root.get('paths')?.get(`/${name}`) ?? root;
    reader.report(
      node.location,
      `a value of \`${name}\` has more than ${mostParts} parts when references are written out`,
      'schemas that do not multiply each other',
      'lower `minItems`, or let the deeper levels be free-form (`type: object`)',
    );
  }
}
