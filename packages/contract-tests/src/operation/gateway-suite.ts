/** Cases on what every request must carry: a right signature, a new nonce, a fresh date, a known action and method. */
import type { ContractCase, Expectation, Rule, Suite, Tampering } from '../contract-case.ts';
import { caseOf, ruleOf } from './case-of.ts';
import { EVERYWHERE, MEETING, RESEMBLING, type Told } from './gateway-conditions.ts';
import type { OperationSuite } from './operation-suite.ts';
import type { RuleSource, TestedOperation } from './tested-operation.ts';

/** An answer of the gateway, common to all operations. */
export interface GatewayAnswer {
  /** What causes it. */
  readonly condition: string;
  /** `refusal` where the documents do not fix status and code. */
  readonly expect: Expectation;
  readonly source?: RuleSource;
}

/** Nobody has to look at the body of a request that has none by its method. */
const isApt = ({ method }: TestedOperation, tamper: Tampering): boolean =>
  tamper !== 'other-body' || (method !== 'GET' && method !== 'HEAD');

/** One case for a condition: every way to meet it is refused, and none had an effect. */
function gatewayCase(
  operation: TestedOperation,
  { condition, expect, source }: GatewayAnswer,
  told: readonly Told[] = MEETING[condition] ?? [],
  suffix = '',
): ContractCase[] {
  const tamperings = told.filter(([tamper]) => isApt(operation, tamper));
  if (tamperings.length === 0) return [];
  const texts = tamperings.map(([, text]) => text).join(', or with ');
  return [
    caseOf(operation, {
      rule: gatewayRule(condition, `a request with ${texts} is refused`, source),
      suffix: `refused${suffix}`,
      title: 'it is refused, without effect',
      steps: tamperings.map((one) => stepOf(operation, one, expect)),
      proof: operation.target?.unchanged,
    }),
  ];
}

/** One case for each request that only resembles those that a condition is about: it is accepted. */
const acceptedCases = (
  operation: TestedOperation,
  { condition, source }: GatewayAnswer,
): readonly ContractCase[] =>
  (RESEMBLING[condition] ?? []).map(([tamper, text]) =>
    caseOf(operation, {
      rule: gatewayRule(`${condition}.${tamper}`, `a request with ${text} is accepted`, source),
      suffix: 'accepted',
      title: 'it succeeds',
      steps: [stepOf(operation, [tamper, text], { kind: 'answer', status: operation.status })],
      after: operation.target?.after,
    }),
  );

// What the gateway does to every product is far from any operation, wherever its code is listed.
const gatewayRule = (id: string, text: string, source: RuleSource | undefined): Rule => ({
  ...ruleOf(`gateway.${id}`, text, source),
  level: 'gateway',
});

const stepOf = (operation: TestedOperation, [tamper, text]: Told, expect: Expectation) => ({
  description: `The request has ${text}.`,
  query: operation.request,
  expect,
  tamper,
});

/** How many calls it takes to show that nothing happened; the state that the call needs costs one, too. */
function refutationCost({ target }: TestedOperation): number {
  if (target === undefined) return 0;
  if (target.unchanged === undefined) return 100;
  return target.unchanged.steps.length + (target.unchanged.after === target.state ? 0 : 1);
}

/** The operation whose effect is the cheapest to refute: the gateway is the same for all. */
function cheapest(operations: readonly TestedOperation[]): TestedOperation | undefined {
  const withTarget = operations.filter(({ target }) => target !== undefined);
  const [found] = (withTarget.length > 0 ? withTarget : operations).toSorted(
    (left, right) => refutationCost(left) - refutationCost(right),
  );
  return found;
}

/** Makes the suite on the gateway. */
export function gatewaySuite(suites: readonly OperationSuite[], answers: readonly GatewayAnswer[]): Suite {
  const operations = suites.map(({ operation }) => operation);
  const chosen = cheapest(operations);
  const others = operations.filter((one) => one !== chosen);
  const cases = [
    ...(chosen === undefined ? [] : answers.flatMap((answer) => gatewayCase(chosen, answer))),
    ...answers.flatMap((answer) =>
      others.flatMap((other) =>
        gatewayCase(other, answer, EVERYWHERE[answer.condition] ?? [], ` ${other.name}`),
      ),
    ),
    ...(chosen === undefined ? [] : answers.flatMap((answer) => acceptedCases(chosen, answer))),
  ];
  return { title: 'Gateway', file: 'all.gateway.contract', cases };
}
