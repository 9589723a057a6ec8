/** How many resources a run needs, found out by going through it without calls. */
import type { CaseInput, Catalogue, ContractCase } from '../contract-case.ts';
import { Pool, type Taken } from './pool.ts';

/** More than any suite that this is made for could need. */
const MOST = 10_000;

type ResourceInput = CaseInput & { readonly kind: 'resource' };

/** The inputs of a case that must be live resources; an absent one is made up. */
export const liveInputs = (contractCase: ContractCase, catalogue: Catalogue): readonly ResourceInput[] =>
  contractCase.inputs.filter(
    (input): input is ResourceInput =>
      input.kind === 'resource' && input.state !== catalogue.resources[input.resource]?.absent,
  );

/** Names of all resources that the cases use. */
export const resourcesOf = (cases: readonly ContractCase[], catalogue: Catalogue): readonly string[] => [
  ...new Set(cases.flatMap((one) => liveInputs(one, catalogue).map(({ resource }) => resource))),
];

function fits(
  cases: readonly ContractCase[],
  catalogue: Catalogue,
  resource: string,
  amount: number,
): boolean {
  const ids = Array.from({ length: amount }, (_, index) => `item${index}`);
  const pool = new Pool(catalogue, { [resource]: ids });
  return cases.every((contractCase) => {
    const taken: [ResourceInput, Taken][] = [];
    for (const input of liveInputs(contractCase, catalogue).filter((one) => one.resource === resource)) {
      const got = pool.take(resource, input.state);
      if (got === undefined) return false;
      taken.push([input, got]);
    }
    // What is left in an unknown state may be gone.
    for (const [input, { item }] of taken) pool.release(item, contractCase.after[input.name] ?? input.state);
    return true;
  });
}

/** The smallest number of resources with which every case can run, by resource. */
export function needsOf(
  cases: readonly ContractCase[],
  catalogue: Catalogue,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    resourcesOf(cases, catalogue).map((resource) => {
      let low = 0;
      let high = 1;
      while (high < MOST && !fits(cases, catalogue, resource, high)) [low, high] = [high, high * 2];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (fits(cases, catalogue, resource, middle)) high = middle;
        else low = middle;
      }
      return [resource, high];
    }),
  );
}
