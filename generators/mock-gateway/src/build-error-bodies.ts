import type { JsonValue, NamedSchema, Operation } from '@swas/generator-model';
import { exampleOf, fitsSchema } from './example.ts';

/** How the body of an error differs from the gateway's own form, because the operation documents another one. */
export interface ErrorBody {
  /** `400`, `4XX` or `default`. */
  readonly status: string;
  /** What it holds besides. */
  readonly members: Readonly<Record<string, JsonValue>>;
  /** Members of the gateway's own form that it has no place for. */
  readonly lacks: readonly string[];
}

type Response = Operation['responses'][number];
type Members = Readonly<Record<string, JsonValue>>;

/** What every refusal can do without, in the order in which it is left out. */
const optional = ['Recommend', 'HostId'];

const isObject = (value: JsonValue): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An error in the gateway's own form. Tests hold the gateway's answers and the contract suite to its names: neither may import it. */
export const ownError = {
  RequestId: '4C467B38-3910-447D-87BC-AC049166F216',
  HostId: 'localhost',
  Code: 'Code',
  Message: 'Message',
  Recommend: 'https://localhost/',
};

/** A body of the gateway's own form, with a code that the operation documents, if there is one. */
const ownBody = ({ errors }: Operation, status: string): Members => {
  const error = errors.find((each) => String(each.status).startsWith(status.replaceAll('X', '')));
  return { ...ownError, Code: error?.code ?? ownError.Code };
};

const without = (members: Members, names: Iterable<string>): Members => {
  const left = new Set(names);
  return Object.fromEntries(Object.entries(members).filter(([name]) => !left.has(name)));
};

function errorBody(operation: Operation, response: Response, schemas: readonly NamedSchema[]): ErrorBody[] {
  const { status, schema, examples } = response;
  const own = ownBody(operation, status);
  if (schema === undefined || fitsSchema(schema, own, schemas)) return [];
  const documented = examples.map(({ value }) => value).find((value) => fitsSchema(schema, value, schemas));
  const whole = documented ?? exampleOf(schema, schemas);
  const members = isObject(whole) ? without(whole, Object.keys(own)) : {};
  const lacks = [0, 1, 2]
    .map((count) => optional.slice(0, count))
    .find((names) => fitsSchema(schema, { ...members, ...without(own, names) }, schemas));
  return lacks === undefined ? [] : [{ status, members, lacks }];
}

/** The bodies of an operation's errors that differ from the gateway's own form. */
export const buildErrorBodies = (
  operation: Operation,
  schemas: readonly NamedSchema[],
): readonly ErrorBody[] =>
  operation.responses
    .filter(({ status }) => !status.startsWith('2'))
    .flatMap((response) => errorBody(operation, response, schemas));
