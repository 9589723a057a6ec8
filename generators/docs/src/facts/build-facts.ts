import { remember } from '@swas/generator-kit';
import type { ApiModel, JsonValue, Operation, Source } from '@swas/generator-model';
import { keysOfSchemas } from './schema-keys.ts';
import { sourcesIn } from './sources-in.ts';

/** A documented fact before its source is written out. */
interface Draft {
  readonly text: string;
  readonly source: Source | undefined;
  /** Items of the contract suite's coverage, or `rule:` and a rule's id; a case of any of them checks the fact. */
  readonly keys: readonly string[];
  /** Why no case checks it. */
  readonly reason?: string;
}

const ramReason = 'A permission belongs to an account; no call of this API shows what it allows.';
const openReason = 'The documents do not fix the status, the code or the message.';
const failureReason = 'A failure of the service itself, which no request can provoke.';
const proofReason = 'A way to see a state; the suite takes a cheaper one.';

function operationFacts(operation: Operation): readonly Draft[] {
  const { name, summary, source, ram, unchecked, parameters, responses, errors } = operation;
  const success = responses.filter(({ status }) => status.startsWith('2'));
  return [
    { text: summary, source, keys: success.map(({ status }) => `status:${name}.${status}`) },
    ...(ram === undefined
      ? []
      : [
          {
            text: `A policy allows the call by the action ${ram.action}.`,
            source: ram.source,
            keys: [],
            reason: ramReason,
          },
        ]),
    ...unchecked.map(({ statement, reason, source: from }) => ({
      text: statement,
      source: from,
      keys: [],
      reason,
    })),
    ...parameters.flatMap((parameter) => {
      const keys = [`parameter:${name}.${parameter.name}`];
      const text = `${parameter.name}: ${parameter.description}`;
      return [{ text, source: parameter.source, keys }, ...inner(parameter.schema, keys)];
    }),
    ...responses.flatMap(({ status, schema }) =>
      schema === undefined ? [] : inner(schema, [`status:${name}.${status}`]),
    ),
    ...errors.map((error) => ({
      text: `${error.status} ${error.code}: ${error.description}`,
      source: error.source,
      keys: [`code:${name}.${error.code}`],
    })),
  ];
}

const factsOf = remember(operationFacts);

/** Facts about the parts of a schema. */
const inner = (schema: Parameters<typeof sourcesIn>[0], keys: readonly string[]): readonly Draft[] =>
  sourcesIn(schema).map(({ text, source }) => ({ text, source, keys }));

/** The parts of a model that state facts. */
type Stated = Pick<ApiModel, 'operations' | 'schemas' | 'workflows' | 'gatewayErrors' | 'lines'>;

function drafts(model: Stated): readonly Draft[] {
  const schemaKeys = keysOfSchemas(model.operations, model.schemas);
  return [
    ...model.operations.flatMap((operation) => factsOf(operation)),
    ...model.schemas.flatMap(({ name, schema }) => [
      { text: schema.description ?? name, source: schema.source, keys: schemaKeys.get(name) ?? [] },
      ...inner(schema, schemaKeys.get(name) ?? []).filter(({ source }) => source !== schema.source),
    ]),
    ...model.workflows.map(({ id, summary, source, steps, proof }) => ({
      text: summary,
      source,
      // A rule of one call may be checked inside the case of a longer one.
      keys: [`rule:${id}`, ...steps.map((step) => `step:${id}.${step.id}`)],
      ...(proof === undefined ? {} : { reason: proofReason }),
    })),
    ...model.gatewayErrors.map(({ condition, status, code, source, open }) => ({
      text: `${status} ${code}: ${condition.replaceAll('-', ' ')}.`,
      source,
      keys: [`rule:gateway.${condition}`, ...model.operations.map(({ name }) => `code:${name}.${code}`)],
      ...(open || status >= 500 ? { reason: open ? openReason : failureReason } : {}),
    })),
  ];
}

/** Every fact of the spec that names its source, once, in the order of the spec. */
export function buildFacts(model: Stated): JsonValue {
  return drafts(model).flatMap(({ text, source, keys, reason }) => {
    if (source === undefined) return [];
    const { page, section, row, place } = source;
    return [
      {
        text: text.replaceAll(/\s+/g, ' ').trim(),
        page: page.id,
        section,
        ...(row === undefined ? {} : { row }),
        place: { ...place, line: model.lines[`${place.file}#${place.pointer}`] ?? 1 },
        keys: [...keys],
        ...(reason === undefined ? {} : { reason }),
      },
    ];
  });
}
