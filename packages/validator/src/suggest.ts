/** Longer texts are no misspelling of a name or value of an API. */
const longest = 64;

/** The candidate that was probably meant: equal but for letter case, or at most a third of its letters away. */
export function suggest(text: unknown, candidates: unknown): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  if (typeof text === 'string' && text.length <= longest && Array.isArray(candidates))
    for (const candidate of candidates) {
      if (typeof candidate !== 'string' || candidate.length > longest) continue;
      const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
      if (distance < least && distance <= candidate.length / 3) [best, least] = [candidate, distance];
    }
  return best;
}

/** Insertions, deletions and replacements between two texts (Levenshtein), one row of the table at a time. */
function editDistance(a: string, b: string): number {
  const row = [...Array(b.length + 1).keys()];
  for (let i = 0; i < a.length; i += 1) {
    let diagonal = i;
    let left = (row[0] = i + 1);
    for (let j = 0; j < b.length; j += 1) {
      const above = row[j + 1] as number;
      left = Math.min(diagonal + Number(a[i] !== b[j]), above + 1, left + 1);
      diagonal = above;
      row[j + 1] = left;
    }
  }
  return row[b.length] as number;
}
