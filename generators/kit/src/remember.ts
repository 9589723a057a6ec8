/**
 * Remembers what a pure function made of a thing, as long as the thing lives and the other inputs are the same objects. Between two
 * models of a watched spec whatever did not change is the same object, so that only the rest is made anew.
 */
export function remember<Thing extends object, Inputs extends readonly unknown[], Result>(
  make: (thing: Thing, ...inputs: Inputs) => Result,
): (thing: Thing, ...inputs: Inputs) => Result {
  const known = new WeakMap<Thing, { readonly inputs: Inputs; readonly result: Result }>();
  return (thing, ...inputs) => {
    const former = known.get(thing);
    if (former?.inputs.every((input, index) => Object.is(input, inputs[index])) === true)
      return former.result;
    const result = make(thing, ...inputs);
    known.set(thing, { inputs, result });
    return result;
  };
}
