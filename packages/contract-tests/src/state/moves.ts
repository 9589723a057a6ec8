/** Ways from one state of a resource to another, over the calls that the spec knows. */
import type { Move } from '../contract-case.ts';

/** The shortest way between two states: no move when they are the same, `undefined` when there is no way. */
export function route(
  moves: readonly Move[],
  resource: string,
  from: string,
  to: string,
): readonly Move[] | undefined {
  const routes = new Map<string, readonly Move[]>([[from, []]]);
  for (const [state, path] of routes) {
    if (state === to) return path;
    for (const move of moves) {
      if (move.resource !== resource || move.from !== state || routes.has(move.to)) continue;
      routes.set(move.to, [...path, move]);
    }
  }
  return undefined;
}
