/** A closed list of keys, in the order in which diagnostics name them. */
export type KeySet = ReadonlySet<string>;

/** The keys of a text that holds them with spaces between. Made once for each list: it is asked for every node of a spec. */
export const keySet = (keys: string): KeySet => new Set(keys.split(' '));
