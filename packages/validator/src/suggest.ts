/** The candidate that was probably meant: equal but for letter case, or at most a third of its letters away. */
export function suggest(text: unknown, candidates: unknown): string | undefined {
  let best: string | undefined;
  // Longer texts are no misspelling of a name or value of an API.
  let least = 64;
  if (typeof text === 'string' && text.length <= least)
    for (const candidate of (candidates as unknown[]).map(String)) {
      const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
      if (distance < least && distance <= candidate.length / 3) {
        best = candidate;
        least = distance;
      }
    }
  return best;
}

/** Insertions, deletions, replacements and exchanges of neighbours between two texts (optimal string alignment). */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = (rows[i] = []);
    for (let j = 0; j <= b.length; j += 1)
      row[j] =
        i && j
          ? a[i - 1] === b[j - 1]
            ? rows[i - 1]![j - 1]!
            : Math.min(
                rows[i - 1]![j]!,
                row[j - 1]!,
                // Where neighbours are exchanged, replacing both is never better.
                a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! : rows[i - 1]![j - 1]!,
              ) + 1
          : i + j;
  }
  return rows.at(-1)!.at(-1)!;
}
