/** The catalogue, put together from what each operation tells and what holds for all of them. */
import type { Catalogue } from '../contract-case.ts';
import { limitId } from './limit-cases.ts';
import type { OperationSuite } from './operation-suite.ts';
import type { TestedOperation, TestedParameter } from './tested-operation.ts';

/** What of the catalogue belongs to no one operation. */
export interface CommonFacts extends Pick<
  Catalogue,
  'title' | 'product' | 'version' | 'variables' | 'resources' | 'moves' | 'definitions' | 'throttlingCodes'
> {
  /** Steps of the workflows, as coverage items. */
  readonly workflowSteps: readonly string[];
}

/** What of an operation there is to exercise, listed independently of its cases. */
const itemsOf = (operation: TestedOperation): readonly string[] => {
  const { name, parameters, answers, errors } = operation;
  return [
    `operation:${name}`,
    ...parameters.map((parameter) => `parameter:${name}.${parameter.name}`),
    ...parameters.flatMap((parameter) =>
      parameter.limits.map((limit) => `constraint:${limitId(operation, parameter, limit)}`),
    ),
    ...answers
      .filter(({ status }) => /^\d{3}$/u.test(status))
      .map(({ status }) => `status:${name}.${status}`),
    ...errors.map(({ code }) => `code:${name}.${code}`),
  ];
};

const REASON = 'a failure of the service itself, which no request can provoke';

/** Failures of the service itself: no request from outside brings them about. */
const unreachableOf = ({
  name,
  answers,
  errors,
}: TestedOperation): readonly (readonly [string, string])[] => [
  ...answers
    .filter(({ status }) => /^5\d\d$/u.test(status))
    .map(({ status }) => [`status:${name}.${status}`, REASON] as const),
  ...errors
    .filter(({ status }) => status >= 500)
    .map(({ code }) => [`code:${name}.${code}`, REASON] as const),
];

type Pair<Value> = readonly [name: string, value: Value];

const decoder = ({ name, wire }: TestedParameter): Pair<TestedParameter['wire']> => [name, wire];

const located = ({ name, location }: TestedParameter): readonly Pair<'header' | 'form'>[] =>
  location === undefined ? [] : [[name, location]];

/** Makes the catalogue. */
export function catalogueOf(
  suites: readonly OperationSuite[],
  { workflowSteps, ...common }: CommonFacts,
): Catalogue {
  const operations = suites.map(({ operation }) => operation);
  const byName = <Value>(valueOf: (operation: TestedOperation) => Value): Record<string, Value> =>
    Object.fromEntries(operations.map((operation) => [operation.name, valueOf(operation)]));
  return {
    ...common,
    methods: byName(({ method }) => method),
    clientMethods: byName(({ clientMethod }) => clientMethod),
    decoders: byName(({ parameters }) => Object.fromEntries(parameters.map(decoder))),
    locations: byName(({ parameters }) => Object.fromEntries(parameters.flatMap(located))),
    idempotencyParameters: Object.fromEntries(
      operations.flatMap(({ name, idempotencyParameter: one }) => (one === undefined ? [] : [[name, one]])),
    ),
    answers: operations.flatMap(({ name, answers }) =>
      answers.map((answer) => ({ action: name, ...answer })),
    ),
    coverage: {
      items: [...new Set([...operations.flatMap(itemsOf), ...workflowSteps])],
      unreachable: Object.fromEntries(operations.flatMap(unreachableOf)),
    },
  };
}
