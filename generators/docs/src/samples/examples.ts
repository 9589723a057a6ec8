import type { JsonValue, NamedSchema, Schema } from '@swas/generator-model';

type Of<Kind extends Schema['kind']> = Extract<Schema, { kind: Kind }>;

const isObject = (value: JsonValue): value is { readonly [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values that stand for a schema: the documented example or default, else the plainest one of its kind. */
export class Examples {
  readonly #named: ReadonlyMap<string, Schema>;
  /** Schemas that a value is being made of: inside itself a schema is left out. */
  readonly #open = new Set<string>();

  constructor(named: readonly NamedSchema[] = []) {
    this.#named = new Map(named.map(({ name, schema }) => [name, schema]));
  }

  /** With what is required, and no more. */
  shortest(schema: Schema, example?: JsonValue): JsonValue {
    return example ?? this.#make(schema, false) ?? '';
  }

  /** With all that may be said: on a page, an optional part that no example names would be nowhere. */
  longest(schema: Schema, example?: JsonValue): JsonValue {
    return example ?? this.#make(schema, true) ?? '';
  }

  #make(schema: Schema, all: boolean): JsonValue | undefined {
    const documented = schema.example ?? schema.default;
    if (documented !== undefined) return documented;
    switch (schema.kind) {
      case 'enum':
        return schema.values[0] ?? '';
      case 'number':
      case 'integer':
        return schema.minimum ?? 1;
      case 'boolean':
        return true;
      case 'array':
        return this.#each([schema.items], all);
      case 'object':
        return this.#object(schema, all);
      case 'union':
        return this.#together(all ? schema.members : schema.members.slice(0, 1), all);
      case 'intersection':
        return this.#together(schema.members, all);
      case 'reference':
        return this.#reference(schema, all);
      case 'null':
        return null;
      default:
        return '';
    }
  }

  #each(schemas: readonly Schema[], all: boolean): readonly JsonValue[] {
    return schemas.map((schema) => this.#make(schema, all)).filter((value) => value !== undefined);
  }

  #object({ properties, additional }: Of<'object'>, all: boolean): JsonValue {
    const members = properties
      .filter(({ required }) => all || required)
      .map((property) => [property.name, property.schema] as const);
    const map = all && typeof additional !== 'boolean' ? [['Key', additional] as const] : [];
    return Object.fromEntries(
      [...map, ...members].flatMap(([name, schema]) => {
        const value = this.#make(schema, all);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  /** Objects as one; of other values the first that says something. */
  #together(members: readonly Schema[], all: boolean): JsonValue | undefined {
    const values = this.#each(members, all);
    const objects = values.filter(isObject);
    if (objects.length > 0) return Object.fromEntries(objects.flatMap(Object.entries));
    return values.find((value) => value !== '' && value !== null) ?? values[0];
  }

  /** A loop: a chain of references may be as long as the spec. */
  #reference(schema: Of<'reference'>, all: boolean): JsonValue | undefined {
    const opened: string[] = [];
    let target: Schema | undefined = schema;
    while (target?.kind === 'reference' && !this.#open.has(target.name)) {
      this.#open.add(target.name);
      opened.push(target.name);
      target = this.#named.get(target.name);
    }
    const inside = target === undefined || target.kind === 'reference';
    const value = inside ? undefined : this.#make(target!, all);
    for (const name of opened) this.#open.delete(name);
    return value;
  }
}
