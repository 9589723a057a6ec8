/** Everything that the cases are derived from, worked out once per model. */
import type { ApiModel, NamedSchema, Operation, Parameter, Schema } from '@swas/generator-model';
import { schemaTable, type SchemaTable } from '../values/schema-table.ts';
import { outcomesOf, succeeds, type Outcome } from './knowledge.ts';
import { demandedToken, tokenIsUuid } from './fresh-text.ts';
import type { CalledOperation, WorkflowModel } from './workflow-model.ts';
import { cheapestProof, proofsOf, type Proof } from './proofs.ts';

export interface ApiKnowledge {
  readonly model: WorkflowModel;
  readonly outcomes: readonly Outcome[];
  readonly proofs: readonly Proof[];
  /** The cheapest proof that a resource is in `state` and in none of `excluded`. */
  prove(resource: string, state: string, excluded: readonly string[]): Proof | undefined;
  /** Successful calls of an operation that change a state, the cheapest to refute first. */
  changesOf(operation: Operation): readonly Outcome[];
}

/** What the cases of one operation need. */
export interface OperationKnowledge extends ApiKnowledge {
  readonly table: SchemaTable;
}

/** A parameter that names resources: one (`array` absent) or several. */
export interface ResourceParameter {
  readonly parameter: Parameter;
  readonly resource: string;
  readonly array?: Schema & { readonly kind: 'array' };
}

/** What a parameter names, when that is resources. */
export function resourceParameter(parameter: Parameter, table: SchemaTable): ResourceParameter | undefined {
  const single = table.resourceOf(parameter.schema);
  if (single !== undefined) return { parameter, resource: single };
  const array = table.resolve(parameter.schema);
  const item = array.kind === 'array' ? table.resourceOf(array.items) : undefined;
  return array.kind === 'array' && item !== undefined ? { parameter, resource: item, array } : undefined;
}

/** The parameters of an operation that hold ids of resources. */
export const resourceParameters = (operation: Operation, table: SchemaTable): readonly ResourceParameter[] =>
  operation.parameters.flatMap((parameter) => resourceParameter(parameter, table) ?? []);

/** State of a resource that does not exist. */
export const absentState = (model: WorkflowModel, resource: string): string =>
  model.resources.find(({ name }) => name === resource)?.absent ?? 'absent';

/** State in which a pool hands a resource out. */
export const initialState = (model: WorkflowModel, resource: string): string =>
  model.resources.find(({ name }) => name === resource)?.initial ?? '';

function learn(model: WorkflowModel): ApiKnowledge {
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
  return { model, outcomes, proofs, prove, changesOf };
}

/** The operations that workflows call, without what may change in them and mean nothing here. */
function calledOperations({ operations, workflows, schemas }: ApiModel): readonly CalledOperation[] {
  const named = new Map(schemas.map(({ name, schema }) => [name, schema]));
  // No token is a reference to a reference.
  const resolve = (schema: Schema): Schema =>
    (schema.kind === 'reference' ? named.get(schema.name) : undefined) ?? schema;
  const called = new Set(workflows.flatMap(({ steps }) => steps.map(({ operation }) => operation)));
  return operations
    .filter(({ name }) => called.has(name))
    .map((operation) => {
      const { name, effect, errors, idempotencyParameter } = operation;
      const tokenInput = demandedToken(operation, resolve);
      const isUuid = tokenIsUuid(operation, resolve);
      return { name, effect, errors, idempotencyParameter, tokenInput, tokenIsUuid: isUuid };
    });
}

let former: { readonly parts: readonly unknown[]; readonly knowledge: ApiKnowledge } | undefined;

/** Works out what a model's workflows teach. A model with the same workflows is taught the same: the very same object. */
export function apiKnowledge(model: ApiModel): ApiKnowledge {
  const { servers, gatewayErrors, resources, workflows } = model;
  const operations = calledOperations(model);
  const facts = operations.flatMap((operation) => Object.values(operation));
  const parts = [servers, gatewayErrors, resources, workflows, ...facts];
  if (former === undefined || !sameItems(former.parts, parts)) {
    former = { parts, knowledge: learn({ servers, operations, gatewayErrors, resources, workflows }) };
  }
  return former.knowledge;
}

const sameItems = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((item, index) => item === right[index]);

const tables = new WeakMap<readonly NamedSchema[], SchemaTable>();

/** Adds the named schemas that an operation reaches. Operations that reach the same ones share what is known of them. */
export function knowledgeWith(knowledge: ApiKnowledge, schemas: readonly NamedSchema[]): OperationKnowledge {
  const table = tables.get(schemas) ?? schemaTable(schemas);
  tables.set(schemas, table);
  return { ...knowledge, table };
}
