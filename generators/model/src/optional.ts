/** Keys whose value may be `undefined` become optional. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without its `undefined` values: what `exactOptionalPropertyTypes` wants. */
export function present<T extends object>(values: T): Present<T> {
  // A loop, since this runs for every schema of a spec: `Object.fromEntries` takes several times as long.
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(values) as (keyof T & string)[]) {
    if (values[key] !== undefined) kept[key] = values[key];
  }
  return kept as Present<T>;
}
