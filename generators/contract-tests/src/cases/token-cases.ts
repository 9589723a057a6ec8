/** Cases on the parameter that makes repeated calls harmless: tokens up to the limit are accepted and told apart. */
import type { Source } from '@swas/generator-model';
import type { ContractCase, Query } from '../contract-case.ts';
import type { OperationKnowledge } from '../knowledge/api-knowledge.ts';
import type { Outcome } from '../knowledge/knowledge.ts';
import { bindShape, CaseDraft } from './case-draft.ts';
import { failedCallCases, type Tokens } from './failed-call-cases.ts';
import { canSay } from '../values/serialize.ts';
import { rule } from './rules.ts';
import { otherRegionCases } from './token-region-cases.ts';
import { TARGET, type BaseRequest } from './base-request.ts';
import { mismatchCases } from './mismatch-cases.ts';

/** Longest token that is tried where the spec sets no limit. */
const DEFAULT_LENGTH = 36;
const PUNCTUATION = " !#$%&'()*+,-./:;=?@[]^_~";

/** A call with a token of its own: on the one resource back and forth, or each time on another resource. */
interface Round {
  readonly outcome: Outcome;
  readonly resource: string;
}

/** Two changes that lead back to where they began, so that one resource serves for any number of calls. */
function roundTrip({ operation, knowledge }: Tokens): readonly [Outcome, Outcome] | undefined {
  const changes = knowledge.changesOf(operation);
  // Those that are cheap to refute come first: they begin where the second call should lead, whose effect is to be proven.
  for (const first of changes) {
    const second = changes.find((one) => one.state === first.after && one.after === first.state);
    if (second !== undefined) return [first, second];
  }
  return undefined;
}

function rounds(tokens: Tokens, amount: number): readonly Round[] {
  const trip = roundTrip(tokens);
  const [single] = tokens.knowledge.changesOf(tokens.operation);
  return Array.from({ length: amount }, (_, index) => {
    const outcome = trip?.[index % 2 === 0 ? 0 : 1] ?? single;
    return outcome === undefined
      ? []
      : [{ outcome, resource: trip === undefined ? `${TARGET}${index + 1}` : TARGET }];
  }).flat();
}

/** Makes one call for each token and proves that the last took effect. */
function drawRounds(
  tokens: Tokens,
  draft: CaseDraft,
  values: readonly { readonly label: string; readonly value: Query[string] }[],
): CaseDraft {
  const { operation, parameter, knowledge } = tokens;
  const all = rounds(tokens, values.length);
  const last = new Map<string, Outcome>();
  values.forEach(({ label, value }, index) => {
    const round = all[index];
    if (round === undefined) return;
    const { outcome, resource } = round;
    if (!last.has(resource)) draft.resource(resource, outcome.resource, outcome.state);
    last.set(resource, outcome);
    draft.step({
      operation: operation.name,
      description: `${parameter.name}: ${label}.`,
      query: { ...bindShape(outcome.shape, resource), [parameter.name]: value },
      expect: { kind: 'answer', status: outcome.status },
    });
    draft.becomes(resource, outcome.after);
  });
  // A token taken for another one is refused for its other parameters. Where they are not looked at, the call is answered without
  // effect: the last token is made so that every way to confuse the others confuses it, too.
  const [proven] = [...last].slice(-1);
  if (proven === undefined) return draft;
  const [resource, outcome] = proven;
  return draft.prove(knowledge.prove(outcome.resource, outcome.after, [outcome.state]), resource);
}

/** The longest token, and one without its last character: whoever cuts tokens short, or white space off their ends, confuses them. */
function acceptedCase(tokens: Tokens): ContractCase {
  const { operation, parameter, length, knowledge } = tokens;
  const id = `${operation.name}.${parameter.name}.maxLength`;
  const allows = (text: string): boolean => knowledge.table.accepts(parameter.schema, text);
  const punctuation = allows(PUNCTUATION) && length > PUNCTUATION.length + 8 ? PUNCTUATION : '';
  const draft = new CaseDraft(knowledge.model).input({
    kind: 'unique',
    name: 'token',
    length: Math.max(1, length - 1 - punctuation.length),
  });
  const said = punctuation === '' ? '' : ', punctuation among them';
  const ending = (last: string) => [{ input: 'token' }, `${punctuation}${last}`];
  const space = allows('x ') && canSay(parameter, 'x ');
  drawRounds(tokens, draft, [
    {
      label: `${length} characters${said}, the last of them ${space ? 'a space' : 'a letter'}`,
      value: ending(space ? ' ' : 'y'),
    },
    { label: `${length - 1} characters, those before the last`, value: ending('') },
  ]).cover(`constraint:${id}`);
  const text = `${parameter.name} takes up to ${length} characters, and each of them counts`;
  const ruled = rule(id, text, parameter.source ?? operation.source);
  return draft.finish({ id: `${id}/accepted`, title: 'tokens up to the limit are accepted', rule: ruled });
}

function caseSensitiveCase(tokens: Tokens, source: Source): ContractCase {
  const { operation, parameter, length, knowledge } = tokens;
  const id = `${operation.name}.${parameter.name}.caseSensitive`;
  const draft = new CaseDraft(knowledge.model)
    .input({ kind: 'unique', name: 'token', length })
    .variant('letter-case', 'token', 'letter-case');
  drawRounds(tokens, draft, [
    { label: 'a new token', value: [{ input: 'token' }] },
    { label: 'the token in the other letter case', value: [{ input: 'letter-case' }] },
  ]);
  const ruled = rule(id, 'tokens that differ in letter case are different tokens', source);
  return draft.finish({ id: `${id}/accepted`, title: 'each takes effect', rule: ruled });
}

/** A workflow that already tells the operation's tokens apart by letter case. */
const isToldByWorkflow = ({ operation, parameter, knowledge }: Tokens): boolean =>
  knowledge.model.workflows.some(({ inputs, steps }) => {
    const tokens = steps
      .filter((step) => step.operation === operation.name)
      .flatMap((step) => step.parameters[parameter.name] ?? [])
      .filter((part) => typeof part === 'string');
    return (
      inputs.some(({ kind }) => kind === 'unique') &&
      new Set(tokens).size > 1 &&
      new Set(tokens.map((text) => text.toLowerCase())).size < new Set(tokens).size
    );
  });

/** Cases for the idempotency parameter of an operation. */
export function tokenCases(base: BaseRequest, knowledge: OperationKnowledge): readonly ContractCase[] {
  const { operation } = base;
  const parameter = operation.parameters.find(({ name }) => name === operation.idempotencyParameter);
  if (parameter === undefined) return [];
  const source = knowledge.model.gatewayErrors.find(
    ({ condition, open }) => condition === 'idempotency-mismatch' && !open,
  )?.source;
  if (knowledge.changesOf(operation).length === 0)
    return source === undefined ? [] : mismatchCases(base, knowledge, source);
  const schema = knowledge.table.resolve(parameter.schema);
  const limit = schema.kind === 'string' ? schema.maxLength : undefined;
  const tokens = { operation, parameter, length: limit ?? DEFAULT_LENGTH, knowledge };
  return [
    ...(limit === undefined ? [] : [acceptedCase(tokens)]),
    ...(source === undefined
      ? []
      : [
          ...(isToldByWorkflow(tokens) ? [] : [caseSensitiveCase(tokens, source)]),
          ...otherRegionCases(tokens, source),
          ...failedCallCases(tokens, source),
        ]),
  ];
}
