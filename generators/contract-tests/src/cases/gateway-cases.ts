/** Cases on what every request must carry: a right signature, a new nonce, a fresh date, a known action and method. */
import type { GatewayError } from '@swas/generator-model';
import type { ContractCase, Expectation } from '../contract-case.ts';
import type { ApiKnowledge } from '../knowledge/api-knowledge.ts';
import { draftFor, TARGET, type BaseRequest } from './base-request.ts';
import { rule } from './rules.ts';

/** What the harness does to a request so that a condition of the gateway is met, and how that is said. */
const TAMPERINGS: Readonly<Record<string, readonly (readonly [tamper: string, text: string])[]>> = {
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

/** Status and code where the documents fix them; otherwise only that the request is refused. */
const expectationOf = ({ open, status, code }: GatewayError): Expectation =>
  open ? { kind: 'refusal' } : { kind: 'answer', status, code };

/** One case for a condition: every way to meet it is refused, and none had an effect. */
function gatewayCase(
  base: BaseRequest,
  error: GatewayError,
  knowledge: ApiKnowledge,
  suffix = '',
): ContractCase[] {
  const tamperings = TAMPERINGS[error.condition] ?? [];
  if (tamperings.length === 0) return [];
  const texts = tamperings.map(([, text]) => text).join(', or with ');
  const ruled = rule(`gateway.${error.condition}`, `a request with ${texts} is refused`, error.source);
  const draft = draftFor(base, knowledge);
  for (const [tamper, text] of tamperings) {
    draft.step({
      operation: base.operation.name,
      description: `The request has ${text}.`,
      query: base.query,
      expect: expectationOf(error),
      tamper,
    });
  }
  return [
    draft.prove(base.target?.unchanged, TARGET).finish({
      id: `${ruled.id}/refused${suffix}`,
      title: 'it is refused, without effect',
      // What the gateway does to every product is far from any operation, wherever its code is listed.
      rule: { ...ruled, level: 'gateway' },
    }),
  ];
}

/** How many calls it takes to show that nothing happened; the state that the call needs costs one, too. */
function refutationCost({ target }: BaseRequest): number {
  if (target === undefined) return 0;
  if (target.unchanged === undefined) return 100;
  return target.unchanged.steps.length + (target.unchanged.after === target.state ? 0 : 1);
}

/** Cases on the gateway, made with the operation whose effect is the cheapest to refute: the gateway is the same for all. */
export function gatewayCases(
  bases: readonly BaseRequest[],
  knowledge: ApiKnowledge,
): readonly ContractCase[] {
  const withTarget = bases.filter(({ target }) => target !== undefined);
  const [base] = (withTarget.length > 0 ? withTarget : bases).toSorted(
    (left, right) => refutationCost(left) - refutationCost(right),
  );
  if (base === undefined) return [];
  const errors = knowledge.model.gatewayErrors;
  const method = errors.filter(({ condition }) => condition === 'unsupported-method');
  // The method is each operation's own.
  const others = bases.filter((one) => one !== base);
  return [
    ...errors.flatMap((error) => gatewayCase(base, error, knowledge)),
    ...method.flatMap((error) =>
      others.flatMap((other) => gatewayCase(other, error, knowledge, ` ${other.operation.name}`)),
    ),
  ];
}
