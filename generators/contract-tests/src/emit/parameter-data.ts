/** A parameter with its limits and the texts on both sides of each. */
import type { JsonValue, Parameter, Source } from '@swas/generator-model';
import { baseValue, type BaseRequest } from '../cases/base-request.ts';
import { caseSource } from '../cases/rules.ts';
import {
  parameterConstraints,
  type ParameterConstraint,
  type WireSample,
} from '../constraints/parameter-constraints.ts';
import { resourceParameter, type OperationKnowledge } from '../knowledge/api-knowledge.ts';
import { errorAnswer } from '../knowledge/expectation.ts';
import { freshInput } from '../knowledge/fresh-text.ts';
import { sample } from '../values/sample.ts';
import { isSent, wireTexts } from '../values/serialize.ts';
import { emittedText, placeholder } from '../values/template-text.ts';

/** What is left out of the emitted data where there is nothing. */
const unlessEmpty = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length === 0 ? undefined : items;

/** A source on the operation's own page names no page. */
function nearSource({ operation }: BaseRequest, source: Source): object {
  const { title, url, ...place } = caseSource(source);
  const own = operation.source?.page;
  const isOwn = own?.title === title && own.url === url && own.level === source.page.level;
  return isOwn ? place : { ...place, page: { title, url, level: source.page.level } };
}

/** The parameter's own text alone, or one for each name; nothing where nothing is sent. */
function textData({ name }: Parameter, texts: WireSample['texts']): JsonValue | undefined {
  const [first] = texts;
  if (first === undefined) return undefined;
  if (texts.length === 1 && first[0] === name) return emittedText(first[1]);
  return Object.fromEntries(texts.map(([key, text]) => [key, emittedText(text)]));
}

/** How much of a token is new in each call, in characters. */
const RENEWED = 8;

/** What is done to the text of a sample. */
type Renew = (text: string) => string;

/** Samples of a token begin anew in each call: one that was used, by mistake or not, would be taken for a repetition. */
function renewing(base: BaseRequest, parameter: Parameter, { table }: OperationKnowledge): Renew {
  const { serialization, schema, name } = parameter;
  const value = base.operation.idempotencyParameter === name ? sample(schema, table) : undefined;
  const takesAny =
    serialization === 'plain' &&
    typeof value === 'string' &&
    ['aB345678', '876543zY'].every((start) => table.accepts(schema, start + value.slice(RENEWED)));
  return (text: string): string =>
    takesAny && text.length > 2 * RENEWED ? placeholder(freshInput(RENEWED)) + text.slice(RENEWED) : text;
}

function sampleData(parameter: Parameter, { label, texts }: WireSample, renewed: Renew): JsonValue {
  const text = textData(
    parameter,
    texts.map(([name, value]) => [name, renewed(value)]),
  );
  return text === undefined ? [label] : [label, text];
}

/**
 * Values that a workflow already sends need no case of their own; others might mean something else. And an id that is made
 * up, however well, belongs to nothing that the call could succeed on.
 */
function examinedElsewhere(base: BaseRequest, parameter: Parameter, knowledge: OperationKnowledge): boolean {
  const { operation, target } = base;
  if (operation.idempotencyParameter === parameter.name) return true;
  if (resourceParameter(parameter, knowledge.table) !== undefined) return true;
  return (
    target?.outcome !== undefined &&
    knowledge.outcomes.some(
      ({ shape }) => shape.operation === operation.name && isSent(shape.query, parameter),
    )
  );
}

/** More items than allowed must be live resources: made-up ones would be refused for another reason. */
function needsLiveItems(
  { query }: BaseRequest,
  { schema }: Parameter,
  { keyword }: ParameterConstraint,
  { table }: OperationKnowledge,
): boolean {
  if (keyword !== 'maxItems' || Object.keys(query).length === 0) return false;
  const array = table.resolve(schema);
  return array.kind === 'array' && table.resourceOf(array.items) !== undefined;
}

/** Nothing and an empty text are told by themselves. */
const isUnreadable = ({ readable, texts: [first] }: WireSample): boolean =>
  !readable && first !== undefined && first[1] !== '';

function limitData(
  base: BaseRequest,
  parameter: Parameter,
  constraint: ParameterConstraint,
  knowledge: OperationKnowledge,
  renewed: Renew,
): object {
  const { path, keyword, text, source } = constraint;
  const wrong = needsLiveItems(base, parameter, constraint, knowledge) ? [] : constraint.wrong;
  const right = examinedElsewhere(base, parameter, knowledge) ? [] : constraint.right;
  const data = (samples: readonly WireSample[]): readonly JsonValue[] | undefined =>
    unlessEmpty(samples.map((one) => sampleData(parameter, one, renewed)));
  return {
    path: path === '' ? undefined : path,
    keyword,
    text,
    // The parameter's own page is nearer than the page of a schema that several parameters share.
    source: parameter.source === undefined && source !== undefined ? nearSource(base, source) : undefined,
    unreadable: data(wrong.filter(isUnreadable)),
    wrong: data(wrong.filter((one) => !isUnreadable(one))),
    right: data(right),
  };
}

/** The kind of text that is sent; a flattened parameter has none of its own. */
function wireOf({ serialization, schema }: Parameter, { table }: OperationKnowledge): string {
  if (serialization !== 'plain') return serialization;
  const { kind } = table.resolve(schema);
  return kind === 'integer' || kind === 'number' || kind === 'boolean' ? 'json' : 'text';
}

/** The parameter as plain data; what is `undefined` is not emitted. */
export function parameterData(
  base: BaseRequest,
  parameter: Parameter,
  knowledge: OperationKnowledge,
): object {
  const { name, location, source, invalidCode, required } = parameter;
  const { errors } = base.operation;
  const value = baseValue(base, parameter, knowledge);
  const constraints = parameterConstraints(parameter, value, knowledge.table);
  const renewed = renewing(base, parameter, knowledge);
  const error = errors.find(({ code }) => code === invalidCode);
  return {
    name,
    wire: wireOf(parameter, knowledge),
    location: location === 'query' ? undefined : location,
    source: source && nearSource(base, source),
    refusal: error && errorAnswer(errors, error),
    limits: constraints.map((constraint) => limitData(base, parameter, constraint, knowledge, renewed)),
    optional:
      required || constraints.length > 0
        ? undefined
        : (textData(parameter, wireTexts(parameter, value)) ?? {}),
  };
}
