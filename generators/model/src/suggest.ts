/**
 * Number of single-character edits (insert, delete, replace, swap of neighbours) between two short words; `Infinity` as soon as it is
 * certain to be more than `most`.
 */
function editDistance(a: string, b: string, most: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforePrevious[j - 2] ?? Infinity) + 1 : Infinity;
      const edits = Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, swapped);
      current.push(edits);
      least = Math.min(least, edits);
    }
    // A swap goes back two rows, and costs one more than what stands there.
    if (least > most && Math.min(...previous) >= most) return Infinity;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Candidates compared at most: a hostile spec may have a million names of a length. */
const mostCompared = 5_000;

/** The candidate that `word` most likely misspells, or `undefined` when none is near. Letter case does not count. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  // Words this long are no misspelt keyword; comparing them would only cost time.
  if (word.length > 60) return undefined;
  const wanted = word.toLowerCase();
  // What is not nearer than the best one so far is not compared to its end.
  let most = Math.max(1, Math.floor(word.length / 4));
  let best: string | undefined;
  let compared = 0;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > most) continue;
    compared += 1;
    if (compared > mostCompared) break;
    const distance = editDistance(wanted, candidate.toLowerCase(), most);
    if (distance > most) continue;
    best = candidate;
    if (distance === 0) break;
    most = distance - 1;
  }
  return best;
}
