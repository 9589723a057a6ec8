/** Cases on what every request must carry: a right signature, a new nonce, a fresh date, a known action and method. */
import type { ContractCase, Expectation, Suite, Tampering } from '../contract-case.ts';
import { caseOf, ruleOf } from './case-of.ts';
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

/** What the harness does to a request so that a condition of the gateway is met, and how that is said. */
const TAMPERINGS: Readonly<Record<string, readonly (readonly [tamper: Tampering, text: string])[]>> = {
  'signature-mismatch': [
    ['wrong-secret', 'a signature made with another secret'],
    ['changed-after-signing', 'a parameter changed after signing'],
  ],
  'missing-signature': [['unsigned', 'no signature']],
  'unknown-access-key': [['unknown-access-key', 'an access key that nobody has']],
  'nonce-used': [['repeated-nonce', 'a nonce that was used before']],
  'timestamp-expired': [
    ['old-date', 'a date that is too old'],
    ['future-date', 'a date that is far ahead'],
  ],
  'unknown-action': [['unknown-action', 'an action that does not exist']],
  'unknown-version': [['unknown-version', 'a version that does not exist']],
  'unsupported-method': [['other-method', 'a method that is not the declared one']],
};

/** One case for a condition: every way to meet it is refused, and none had an effect. */
function gatewayCase(
  operation: TestedOperation,
  { condition, expect, source }: GatewayAnswer,
  suffix = '',
): ContractCase[] {
  const tamperings = TAMPERINGS[condition] ?? [];
  if (tamperings.length === 0) return [];
  const texts = tamperings.map(([, text]) => text).join(', or with ');
  const rule = ruleOf(`gateway.${condition}`, `a request with ${texts} is refused`, source);
  return [
    caseOf(operation, {
      // What the gateway does to every product is far from any operation, wherever its code is listed.
      rule: { ...rule, level: 'gateway' },
      suffix: `refused${suffix}`,
      title: 'it is refused, without effect',
      steps: tamperings.map(([tamper, text]) => ({
        description: `The request has ${text}.`,
        query: operation.request,
        expect,
        tamper,
      })),
      proof: operation.target?.unchanged,
    }),
  ];
}

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
  // The method is each operation's own.
  const method = answers.filter(({ condition }) => condition === 'unsupported-method');
  const others = operations.filter((one) => one !== chosen);
  const cases = [
    ...answers.flatMap((answer) => (chosen === undefined ? [] : gatewayCase(chosen, answer))),
    ...method.flatMap((answer) => others.flatMap((other) => gatewayCase(other, answer, ` ${other.name}`))),
  ];
  return { title: 'Gateway', file: 'all.gateway.contract', cases };
}
