/** The candidate that was probably meant: equal but for letter case, or at most a third of its letters away. */
export function suggest(text: unknown, candidates: unknown): string | undefined {
  let best: string | undefined;
  // Longer texts are no misspelling of a name or value of an API.
  let least = 64;
  if (typeof text === 'string' && text.length <= least)
    for (const candidate of (candidates as unknown[]).map(String)) {
      const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
      if (distance < least && distance <= candidate.length / 3) [best, least] = [candidate, distance];
    }
  return best;
}

/** Insertions, deletions and replacements between two texts (Levenshtein), one row of the table at a time. */
function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const letter of a) {
    let diagonal = row[0]!++;
    for (let j = 0; j < b.length; j += 1) {
      const above = row[j + 1]!;
      row[j + 1] = Math.min(diagonal + Number(letter !== b[j]), above + 1, row[j]! + 1);
      diagonal = above;
    }
  }
  return row[b.length]!;
}
