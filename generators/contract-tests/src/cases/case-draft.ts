/** Builds one case step by step, and gathers the inputs that its templates use. */
import type { CaseInput, CaseStep, Change, ContractCase, Phase, Query, Rule } from '../contract-case.ts';
import { completeCall } from '../knowledge/fresh-text.ts';
import type { Proof } from '../knowledge/proofs.ts';
import { RESOURCE, VARIABLE_PREFIX, type Shape } from '../knowledge/shape.ts';
import { renameInputs } from '../values/template-text.ts';
import type { WorkflowModel } from '../knowledge/workflow-model.ts';

interface DraftStep extends Omit<CaseStep, 'id' | 'phase' | 'action'> {
  readonly operation: string;
  readonly id?: string;
  readonly phase?: Phase;
}

/** The query of a shape for a named resource of a case; variables keep their own names. */
export const bindShape = (shape: Shape, resource: string): Query =>
  Object.fromEntries(
    Object.entries(shape.query).map(([name, template]) => [
      name,
      renameInputs(template, (input) =>
        input === RESOURCE
          ? resource
          : input.startsWith(VARIABLE_PREFIX)
            ? input.slice(VARIABLE_PREFIX.length)
            : input,
      ),
    ]),
  );

interface Names {
  /** Operations that can change something. */
  readonly writes: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
}

const namesByModel = new WeakMap<WorkflowModel, Names>();

/** Worked out once: a large model has thousands of cases. */
function namesOf(model: WorkflowModel): Names {
  const known = namesByModel.get(model);
  if (known !== undefined) return known;
  const writes = model.operations.filter(({ effect }) => effect === 'write').map(({ name }) => name);
  const variables = model.servers.flatMap((server) => server.variables.map(({ name }) => name));
  const found = { writes: new Set(writes), variables: new Set(variables) };
  namesByModel.set(model, found);
  return found;
}

export class CaseDraft {
  readonly #model: WorkflowModel;
  readonly #inputs: CaseInput[] = [];
  readonly #steps: CaseStep[] = [];
  readonly #covers = new Set<string>();
  readonly #states = new Map<string, string>();

  constructor(model: WorkflowModel) {
    this.#model = model;
  }

  input(input: CaseInput): this {
    if (!this.#inputs.some(({ name }) => name === input.name)) this.#inputs.push(input);
    if (input.kind === 'resource') this.#states.set(input.name, input.state);
    return this;
  }

  resource(name: string, resource: string, state: string): this {
    return this.input({ kind: 'resource', name, resource, state });
  }

  variant(name: string, of: string, change: Change): this {
    return this.input({ kind: 'variant', name, of, change });
  }

  /** Adds a call. Variables that its templates name are declared as inputs by themselves. */
  step({ operation, id, phase, query: given, ...rest }: DraftStep): this {
    const query = completeCall(this.#model.operations, operation, given);
    this.#declareVariables(query);
    const number = this.#steps.length + 1;
    this.#steps.push({ id: id ?? `step${number}`, phase: phase ?? 'act', action: operation, query, ...rest });
    return this;
  }

  /** Adds the steps of a proof about one of the resources. */
  prove(proof: Proof | undefined, resource: string): this {
    for (const { shape, description, expect } of proof?.steps ?? []) {
      const query = bindShape(shape, resource);
      this.step({ operation: shape.operation, description, query, expect, phase: 'proof' });
    }
    if (proof !== undefined) {
      this.cover(...proof.covers);
      this.becomes(resource, proof.after);
    }
    return this;
  }

  becomes(resource: string, state: string): this {
    this.#states.set(resource, state);
    return this;
  }

  cover(...items: readonly string[]): this {
    for (const item of items) this.#covers.add(item);
    return this;
  }

  finish(head: Pick<ContractCase, 'id' | 'title'> & { readonly rule: Rule }): ContractCase {
    const after = Object.fromEntries(
      this.#inputs.flatMap((input) => {
        const state = input.kind === 'resource' ? this.#states.get(input.name) : undefined;
        return input.kind === 'resource' && state !== undefined && state !== input.state
          ? [[input.name, state]]
          : [];
      }),
    );
    const covers = [...this.#covers].toSorted();
    return { ...head, effect: this.#effect(), inputs: this.#inputs, steps: this.#steps, after, covers };
  }

  #effect(): 'none' | 'changes' {
    const { writes } = namesOf(this.#model);
    const canChange = (step: CaseStep): boolean =>
      step.phase !== 'proof' &&
      writes.has(step.action) &&
      (step.expect.kind === 'any' || (step.expect.kind === 'answer' && step.expect.status < 300));
    return this.#steps.some(canChange) ? 'changes' : 'none';
  }

  #declareVariables(query: Query): void {
    const { variables } = namesOf(this.#model);
    for (const part of Object.values(query).flat()) {
      if (typeof part === 'string' || !variables.has(part.input)) continue;
      if (this.#inputs.some(({ name }) => name === part.input)) continue;
      this.input({ kind: 'variable', name: part.input, variable: part.input, other: false });
    }
  }
}
