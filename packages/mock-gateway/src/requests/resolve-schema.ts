import type { JsonSchema } from '../catalogue.ts';

/** Schemas by name, for `#/$defs/Name`. */
export type Definitions = Readonly<Record<string, JsonSchema>>;

/** A chain of references longer than this goes in a circle. */
const maxSteps = 32;

/** The schema itself, or the one that it refers to; undefined when there is none of that name. */
export function resolveSchema(schema: JsonSchema, definitions: Definitions): JsonSchema | undefined {
  let current: JsonSchema | undefined = schema;
  for (let step = 0; step < maxSteps && current !== undefined; step += 1) {
    const reference: unknown = current['$ref'];
    if (typeof reference !== 'string') return current;
    const name = decodeURIComponent(reference.replace('#/$defs/', ''))
      .replaceAll('~1', '/')
      .replaceAll('~0', '~');
    current = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
  }
  return undefined;
}
