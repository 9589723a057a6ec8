/** `catalogue.ts`: what the harness must know of the API besides the operations. */
import {
  constantText,
  dataExpression,
  emittedFile,
  importOf,
  typeImport,
  type EmittedFile,
  type FileText,
} from '@swas/generator-kit';
import { definitions, type ApiModel, type NamedSchema } from '@swas/generator-model';
import type { ApiKnowledge } from '../knowledge/api-knowledge.ts';
import { succeeds } from '../knowledge/knowledge.ts';
import { completeCall } from '../knowledge/fresh-text.ts';
import { resourceIds, type ResourceIds } from '../knowledge/resource-ids.ts';
import type { WorkflowModel } from '../knowledge/workflow-model.ts';
import { NAME } from '../name.ts';
import { queryData } from './case-data.ts';

/** Names of the API, and what is known of each resource's ids as JSON: texts, which are equal when nothing has changed. */
type Texts = readonly [title: string, product: string, version: string, ids: string];

/** The catalogue. */
export function catalogueFile(model: ApiModel, knowledge: ApiKnowledge): EmittedFile {
  const { title, product, version, schemas } = model;
  const ids = JSON.stringify(resourceIds(model));
  return emittedFile('catalogue.ts', printCatalogue, knowledge, schemas, title, product, version, ids);
}

function printCatalogue(knowledge: ApiKnowledge, schemas: readonly NamedSchema[], ...texts: Texts): FileText {
  const data = dataExpression(commonFacts(knowledge, schemas, ...texts));
  return constantText({
    generator: NAME,
    imports: [
      typeImport('Catalogue', '../contract-case.ts'),
      importOf('catalogueOf', '../operation/catalogue-of.ts'),
      importOf('operationSuites', './operations.ts'),
    ],
    doc: 'Operations, resources and answers, as the spec describes them.',
    name: 'catalogue',
    type: 'Catalogue',
    value: { callee: 'catalogueOf', arguments: ['operationSuites', data] },
  });
}

function commonFacts(
  knowledge: ApiKnowledge,
  schemas: readonly NamedSchema[],
  ...[title, product, version, idsText]: Texts
): object {
  const { model } = knowledge;
  return {
    title,
    product,
    version,
    variables: variables(model),
    resources: resources(model, JSON.parse(idsText) as Readonly<Record<string, ResourceIds>>),
    moves: moves(knowledge),
    definitions: definitions({ schemas }),
    throttlingCodes: model.gatewayErrors
      .filter(({ condition }) => condition === 'throttled')
      .map(({ code }) => code),
    workflowSteps: workflowSteps(model),
  };
}

/** A proof is used where it is the cheapest, or not at all; it is no rule of its own. */
const workflowSteps = ({ workflows }: WorkflowModel): readonly string[] =>
  workflows
    .filter(({ proof }) => proof === undefined)
    .flatMap(({ id, steps }) => steps.map((step) => `step:${id}.${step.id}`));

/** A variable has the values of every server together: a narrower list belongs to one network. */
function variables({ servers }: WorkflowModel): object {
  const all = servers.flatMap((server) => server.variables);
  return Object.fromEntries(
    all.map(({ name, default: preset }) => [
      name,
      {
        default: preset,
        values: [...new Set(all.filter((other) => other.name === name).flatMap(({ values }) => values))],
      },
    ]),
  );
}

const resources = ({ resources: all }: WorkflowModel, ids: Readonly<Record<string, ResourceIds>>): object =>
  Object.fromEntries(all.map(({ name, initial, absent }) => [name, { initial, absent, ...ids[name] }]));

const moves = (knowledge: ApiKnowledge): readonly object[] =>
  knowledge.outcomes
    .filter((outcome) => succeeds(outcome) && outcome.after !== outcome.state)
    .map(({ resource, state, after, shape, status }) => ({
      resource,
      from: state,
      to: after,
      action: shape.operation,
      query: queryData(completeCall(knowledge.model.operations, shape.operation, shape.query)),
      status,
    }));
