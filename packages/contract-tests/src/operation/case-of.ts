/** Makes a case of what is particular to it: the rest follows from the operation. */
import type { CaseInput, CaseStep, ContractCase, Rule } from '../contract-case.ts';
import { isFresh } from '../run/fresh.ts';
import { inputsOf } from '../template.ts';
import { TARGET, type Proof, type RuleSource, type TestedOperation } from './tested-operation.ts';

/** What is particular to a case. */
export interface CaseParts {
  readonly rule: Rule;
  /** What follows the rule's id in that of the case. */
  readonly suffix: string;
  readonly title: string;
  readonly steps: readonly Pick<CaseStep, 'description' | 'query' | 'expect' | 'tamper'>[];
  /** Shows the target's state afterwards. */
  readonly proof?: Proof | undefined;
  /** State of the target after the last step, where no proof changes it. */
  readonly after?: string | undefined;
  readonly covers?: readonly string[];
}

/** A rule, with its source where there is one. */
export function ruleOf(id: string, text: string, found: RuleSource | undefined): Rule {
  if (found === undefined) return { id, text, level: 'documented' };
  const { level, ...source } = found;
  return { id, text, source, level };
}

/** The target first, then every variable that a template names, in the order of their use. */
function inputsFor({ target }: TestedOperation, steps: readonly CaseStep[]): readonly CaseInput[] {
  const variables = new Set(steps.flatMap(({ query }) => Object.values(query).flatMap(inputsOf)));
  variables.delete(TARGET);
  const named = [...variables]
    .filter((name) => !isFresh(name))
    .map((name): CaseInput => ({ kind: 'variable', name, variable: name, other: false }));
  if (target === undefined) return named;
  const { resource, state } = target;
  return [{ kind: 'resource', name: TARGET, resource, state }, ...named];
}

/** Whether a call that is not refused may have changed something. */
const changes = ({ effect }: TestedOperation, { steps }: CaseParts): boolean =>
  effect === 'write' && steps.some(({ expect }) => expect.kind === 'answer' && expect.status < 300);

/** The target's state after the case, where it is another one. */
const afterwards = ({ target }: TestedOperation, state: string | undefined): ContractCase['after'] =>
  target === undefined || state === undefined || state === target.state ? {} : { [TARGET]: state };

/** The whole case. */
export function caseOf(operation: TestedOperation, parts: CaseParts): ContractCase {
  const { rule, suffix, title, proof } = parts;
  const sent = parts.steps.map((step) => ({ ...step, action: operation.name, phase: 'act' as const }));
  const shown = (proof?.steps ?? []).map((step) => ({ ...step, phase: 'proof' as const }));
  const steps = [...sent, ...shown].map((step, index) => ({ id: `step${index + 1}`, ...step }));
  const covers = [...new Set([...(parts.covers ?? []), ...(proof?.covers ?? [])])].toSorted();
  return {
    id: `${rule.id}/${suffix}`,
    title,
    rule,
    effect: changes(operation, parts) ? 'changes' : 'none',
    inputs: inputsFor(operation, steps),
    steps,
    after: afterwards(operation, proof?.after ?? parts.after),
    covers,
  };
}
