/**
 * Schemas of the model: JSON Schema 2020-12 as OpenAPI 3.1 uses it, reduced to what the generators emit.
 * A discriminated union on `kind`; every consumer switches exhaustively.
 */
import type { JsonValue, Source } from './api-model.ts';

export type Schema =
  | StringSchema
  | NumberSchema
  | BooleanSchema
  | NullSchema
  | EnumSchema
  | ArraySchema
  | ObjectSchema
  | UnionSchema
  | IntersectionSchema
  | ReferenceSchema
  | AnySchema;

/** What every schema may carry. */
export interface Annotations {
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly default?: JsonValue;
  readonly example?: JsonValue;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  /** True when `null` is allowed besides what `kind` says. */
  readonly nullable?: boolean;
  /** Name of the resource whose identifier the value is (`x-acs-resource`). */
  readonly resource?: string;
  readonly source?: Source;
}

export interface StringSchema extends Annotations {
  readonly kind: 'string';
  /** Lengths in Unicode code points, as JSON Schema counts. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** ECMA-262 regular expression, to be compiled with the `u` flag. */
  readonly pattern?: string;
  /** The pattern in words, completing "must …": for example `contain only ASCII characters`. */
  readonly patternText?: string;
  readonly format?: string;
}

export interface NumberSchema extends Annotations {
  readonly kind: 'number' | 'integer';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  /** `int64` values may exceed what a JavaScript number holds exactly. */
  readonly format?: string;
}

export interface BooleanSchema extends Annotations {
  readonly kind: 'boolean';
}

export interface NullSchema extends Annotations {
  readonly kind: 'null';
}

/** `enum` or `const`: the values are JSON scalars. */
export interface EnumSchema extends Annotations {
  readonly kind: 'enum';
  readonly values: readonly (string | number | boolean)[];
  /** What each value means, by its text (`x-enum-descriptions`). */
  readonly valueDescriptions: Readonly<Record<string, string>>;
}

export interface ArraySchema extends Annotations {
  readonly kind: 'array';
  readonly items: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

export interface ObjectSchema extends Annotations {
  readonly kind: 'object';
  readonly properties: readonly Property[];
  /** Schema of the values of undeclared names (a map), or whether they are allowed at all. */
  readonly additional: Schema | boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
}

export interface UnionSchema extends Annotations {
  readonly kind: 'union';
  /** `one`: exactly one member matches (`oneOf`); `any`: at least one (`anyOf`). */
  readonly mode: 'one' | 'any';
  readonly members: readonly Schema[];
}

export interface IntersectionSchema extends Annotations {
  readonly kind: 'intersection';
  readonly members: readonly Schema[];
}

/** Points at an entry of `ApiModel.schemas` by name; the only way in which schemas recur. */
export interface ReferenceSchema extends Annotations {
  readonly kind: 'reference';
  readonly name: string;
}

/** Any JSON value: an empty schema. */
export interface AnySchema extends Annotations {
  readonly kind: 'any';
}

/** An entry of `components.schemas`. */
export interface NamedSchema {
  readonly name: string;
  /** Unique PascalCase TypeScript identifier derived from `name`. */
  readonly typeName: string;
  readonly schema: Schema;
}
