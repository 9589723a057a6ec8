/** The value in the middle. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Runs contestants in turn, `rounds` times, in an order that rotates, so that whatever the machine does meanwhile hits all alike.
 * Answers each one's measurements.
 */
export async function interleaved(contestants, rounds) {
  const names = Object.keys(contestants);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      results[name].push(await contestants[name]());
    }
  }
  return results;
}

/** Median of the ratios of measurements that were taken in the same round. */
export const medianRatio = (ours, theirs) => median(ours.map((value, round) => value / theirs[round]));
