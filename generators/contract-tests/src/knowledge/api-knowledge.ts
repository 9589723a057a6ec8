/** Everything that the cases are derived from, worked out once per model. */
import type { ApiModel, Operation, Parameter, Schema } from '@swas/generator-model';
import { schemaTable, type SchemaTable } from '../values/schema-table.ts';
import { outcomesOf, succeeds, type Outcome } from './knowledge.ts';
import { cheapestProof, proofsOf, type Proof } from './proofs.ts';

export interface ApiKnowledge {
  readonly model: ApiModel;
  readonly table: SchemaTable;
  readonly outcomes: readonly Outcome[];
  readonly proofs: readonly Proof[];
  /** The cheapest proof that a resource is in `state` and in none of `excluded`. */
  prove(resource: string, state: string, excluded: readonly string[]): Proof | undefined;
  /** Successful calls of an operation that change a state, the cheapest to refute first. */
  changesOf(operation: Operation): readonly Outcome[];
}

/** A parameter that names resources: one (`array` absent) or several. */
export interface ResourceParameter {
  readonly parameter: Parameter;
  readonly resource: string;
  readonly array?: Schema & { readonly kind: 'array' };
}

/** The parameters of an operation that hold ids of resources. */
export function resourceParameters(operation: Operation, table: SchemaTable): readonly ResourceParameter[] {
  return operation.parameters.flatMap((parameter): ResourceParameter[] => {
    const single = table.resourceOf(parameter.schema);
    if (single !== undefined) return [{ parameter, resource: single }];
    const array = table.resolve(parameter.schema);
    const item = array.kind === 'array' ? table.resourceOf(array.items) : undefined;
    return array.kind === 'array' && item !== undefined ? [{ parameter, resource: item, array }] : [];
  });
}

/** State of a resource that does not exist. */
export const absentState = (model: ApiModel, resource: string): string =>
  model.resources.find(({ name }) => name === resource)?.absent ?? 'absent';

/** State in which a pool hands a resource out. */
export const initialState = (model: ApiModel, resource: string): string =>
  model.resources.find(({ name }) => name === resource)?.initial ?? '';

/** Works out what a model's workflows teach. */
export function apiKnowledge(model: ApiModel): ApiKnowledge {
  const outcomes = outcomesOf(model);
  const proofs = proofsOf(model, outcomes);
  const prove: ApiKnowledge['prove'] = (resource, state, excluded) =>
    cheapestProof(proofs, { resource, state, excluded }, absentState(model, resource));
  const refutationCost = ({ resource, state, after }: Outcome): number => {
    const proof = prove(resource, state, [after]);
    return proof === undefined ? 100 : proof.steps.length + (proof.after === state ? 0 : 1);
  };
  const changesOf = (operation: Operation): readonly Outcome[] =>
    outcomes
      .filter((outcome) => outcome.shape.operation === operation.name)
      .filter((outcome) => succeeds(outcome) && outcome.after !== outcome.state)
      .toSorted((left, right) => refutationCost(left) - refutationCost(right));
  return { model, table: schemaTable(model), outcomes, proofs, prove, changesOf };
}
