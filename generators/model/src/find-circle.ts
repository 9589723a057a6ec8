/**
 * The first circle of names that one leads to, its first name again at the end. Walks depth first, without recursion: chains may be as
 * long as the spec.
 * @param finished names that lead to no further circle; those that are found so are added
 */
export function findCircle(
  start: string,
  next: Pick<ReadonlyMap<string, readonly string[]>, 'get'>,
  finished: Set<string>,
): readonly string[] | undefined {
  const path: string[] = [];
  const onPath = new Set<string>();
  const pending: [depth: number, name: string][] = [[0, start]];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const [depth, name] = item;
    for (const left of path.splice(depth)) {
      finished.add(left);
      onPath.delete(left);
    }
    if (onPath.has(name)) {
      // One report a circle, whichever of its schemas comes next.
      for (const member of path) finished.add(member);
      return [...path.slice(path.indexOf(name)), name];
    }
    if (finished.has(name)) continue;
    path.push(name);
    onPath.add(name);
    pending.push(...(next.get(name) ?? []).map((child): [number, string] => [depth + 1, child]));
  }
  for (const left of path) finished.add(left);
  return undefined;
}
