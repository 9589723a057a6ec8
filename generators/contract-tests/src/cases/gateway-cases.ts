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

function gatewayCase(
  base: BaseRequest,
  error: GatewayError,
  tampering: readonly [string, string],
  knowledge: ApiKnowledge,
): ContractCase {
  const [tamper, text] = tampering;
  const ruled = rule(
    `gateway.${error.condition}`,
    `a request with ${text} is refused`,
    error.source,
    'gateway',
  );
  return draftFor(base, knowledge)
    .step({
      operation: base.operation.name,
      description: `The request has ${text}.`,
      query: base.query,
      expect: expectationOf(error),
      tamper,
    })
    .prove(base.target?.unchanged, TARGET)
    .finish({ id: `${ruled.id}/${tamper}`, title: text, rule: { ...ruled, level: 'gateway' } });
}

/** Cases on the gateway, made with the first operation: the gateway is the same for all. */
export function gatewayCases(
  base: BaseRequest | undefined,
  knowledge: ApiKnowledge,
): readonly ContractCase[] {
  if (base === undefined) return [];
  return knowledge.model.gatewayErrors.flatMap((error) =>
    (TAMPERINGS[error.condition] ?? []).map((tampering) => gatewayCase(base, error, tampering, knowledge)),
  );
}
