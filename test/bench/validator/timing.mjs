/** Median of a list of numbers. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Times functions of one argument in CPU time, which other programs on the machine disturb least, interleaved: in every round each gets one batch, in changing order, so that a busy
 * moment of the machine hits all alike. Each batch goes through `inputs`, so that no engine can learn one by heart.
 * Answers for each name the median CPU time of a call in nanoseconds, and the median over the rounds of
 * its speed relative to `reference`.
 */
export function race(candidates, { inputs, reference, rounds, batch }) {
  const names = Object.keys(candidates);
  const runs = Object.fromEntries(names.map((name) => [name, runner()]));
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let index = 0; index < names.length; index += 1) {
      const name = names[(index + round) % names.length];
      times[name].push(runs[name](candidates[name], inputs, batch));
    }
  }
  // The first third warms the engine up.
  const kept = (name) => times[name].slice(Math.floor(rounds / 3));
  const speed = (name) => median(kept(name).map((time, index) => kept(reference)[index] / time));
  return Object.fromEntries(
    names.map((name) => [name, { nanoseconds: median(kept(name)) / batch, speed: speed(name) }]),
  );
}

/** A loop of its own for each candidate, so that none slows another down by sharing a call site. */
function runner() {
  return new Function(
    'decide',
    'inputs',
    'batch',
    `const start = process.cpuUsage();
     let sink = 0;
     for (let index = 0; index < batch; index += 1) if (decide(inputs[index & 15])) sink += 1;
     const { user, system } = process.cpuUsage(start);
     const time = (user + system) * 1000;
     if (sink !== 0 && sink !== batch) throw new Error('the candidate does not decide alike about all inputs');
     return time;`,
  );
}
