/** Data as a spec holds it. */
export type Data = null | boolean | number | string | readonly Data[] | { readonly [key: string]: Data };

/** A text of a spec: a value, or the key under which something stands. */
export interface TextPlace {
  readonly path: readonly (string | number)[];
  readonly kind: 'key' | 'value';
}

/** Every text of a spec: whoever writes the spec chooses each of them. */
export function* textPlaces(data: Data, path: TextPlace['path'] = []): Generator<TextPlace> {
  if (typeof data === 'string') yield { path, kind: 'value' };
  if (data === null || typeof data !== 'object') return;
  for (const [key, value] of Object.entries(data)) {
    if (!Array.isArray(data)) yield { path: [...path, key], kind: 'key' };
    yield* textPlaces(value, [...path, Array.isArray(data) ? Number(key) : key]);
  }
}

/** The same data with another text at a place. */
export function withText(data: Data, { path, kind }: TextPlace, text: string): Data {
  const [step, ...rest] = path;
  if (step === undefined) return text;
  if (Array.isArray(data))
    return data.map((item: Data, index) =>
      index === step ? withText(item, { path: rest, kind }, text) : item,
    );
  // By entries, so that the order stays and a key `__proto__` is data.
  return Object.fromEntries(
    Object.entries(data as Readonly<Record<string, Data>>).map(([key, value]) => {
      if (key !== step) return [key, value];
      return rest.length === 0 && kind === 'key'
        ? [text, value]
        : [key, withText(value, { path: rest, kind }, text)];
    }),
  );
}
