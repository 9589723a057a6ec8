type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** By what entries of a list are the same thing in two versions of a spec. */
function nameOf(entry: unknown): unknown {
  if (!isObject(entry)) return undefined;
  const { name, id } = entry as { readonly name?: unknown; readonly id?: unknown };
  return name ?? id;
}

/** The former entry for each entry: at the same position unless its name is elsewhere, as after an insertion. */
function formerEntries(former: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const moved = next.some((entry, index) => nameOf(entry) !== nameOf(former[index]));
  if (!moved) return former;
  const byName = new Map(former.map((entry) => [nameOf(entry), entry]));
  return next.map((entry, index) => byName.get(nameOf(entry)) ?? former[index]);
}

function shareArray(former: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const entries = formerEntries(former, next);
  let shared: unknown[] | undefined;
  let isEqual = former.length === next.length;
  for (const [index, entry] of next.entries()) {
    const value = share(entries[index], entry);
    if (value !== former[index]) isEqual = false;
    if (value === entry) continue;
    shared ??= [...next];
    shared[index] = value;
  }
  return isEqual ? former : (shared ?? next);
}

function shareObject(former: Fields, next: Fields): Fields {
  const names = Object.keys(next);
  let shared: [string, unknown][] | undefined;
  // The order of keys reaches emitted code.
  let isEqual = Object.keys(former).every((name, index) => name === names[index]);
  isEqual &&= Object.keys(former).length === names.length;
  for (const [index, name] of names.entries()) {
    const before = Object.hasOwn(former, name) ? former[name] : undefined;
    const value = share(before, next[name]);
    if (value !== before) isEqual = false;
    if (value === next[name]) continue;
    shared ??= Object.entries(next);
    shared[index] = [name, value];
  }
  if (isEqual) return former;
  // By entries, for a key such as `__proto__` is one like any other.
  return shared === undefined ? next : Object.fromEntries(shared);
}

/**
 * Structural sharing: answers plain data equal to `next` in which every part that equals a part of `former` is that very object.
 * Whoever keeps results by object identity then finds them again after a change elsewhere. Neither argument is changed.
 */
export function share<Data>(former: unknown, next: Data): Data;
export function share(former: unknown, next: unknown): unknown {
  if (Object.is(former, next)) return former;
  if (!isObject(former) || !isObject(next) || Array.isArray(former) !== Array.isArray(next)) return next;
  if (Array.isArray(former)) return shareArray(former, next as readonly unknown[]);
  return shareObject(former as Fields, next as Fields);
}
