/** Longer texts are no misspelling of a name or value of an API. */
const longest = 64;

/** The candidate that was probably meant: equal but for letter case, or at most a third of its letters away. */
export function suggest(text: unknown, candidates: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > longest || !Array.isArray(candidates)) return undefined;
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    if (typeof candidate !== 'string' || candidate.length > longest) continue;
    const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
    if (distance < least && distance <= candidate.length / 3) [best, least] = [candidate, distance];
  }
  return best;
}

/** Insertions, deletions and replacements between two texts (Levenshtein). */
function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
