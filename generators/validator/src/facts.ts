import { propertyName, stringLiteral } from '@swas/generator-kit';
import type { ApiModel, Operation, Parameter } from '@swas/generator-model';
import { decoderExpression, flatExpression } from './decoders.ts';
import type { Resolve } from './resolver.ts';

/** Codes of the gateway, where they are documented. */
export interface GatewayCodes {
  /** Answered to a missing parameter, `{Parameter}` standing for its name. */
  readonly missingCode: string | undefined;
  /** Answered to an invalid parameter that documents no Code of its own. */
  readonly invalidCode: string | undefined;
}

/** What goes with an operation's check, as expressions of the emitted code. */
export interface FactsText {
  /** The object literal of facts. */
  readonly text: string;
  /** The object literal of how texts become values; none where they are the values. */
  readonly query: readonly string[];
  /** Functions of the validator package that they call. */
  readonly uses: readonly string[];
}

/** Writes down what the specification says about an operation besides the rules in its check. */
export function factsOf(operation: Operation, codes: GatewayCodes, resolve: Resolve): FactsText {
  const { parameters } = operation;
  const page =
    operation.source?.page.url ?? mostCommon(parameters.flatMap((each) => each.source?.page.url ?? []));
  const text = object({
    page: quoted(page),
    sentences: 'sentences',
    parameters: named(parameters.map((each) => [each.name, parameterFacts(each, codes, page)])),
  });
  const query = queryFacts(parameters, resolve);
  return { text, query: query.text === '{}' ? [] : [query.text], uses: query.uses };
}

/** How texts become values, where they are not the values themselves. */
function queryFacts(
  parameters: readonly Parameter[],
  resolve: Resolve,
): { readonly text: string; readonly uses: readonly string[] } {
  const uses: string[] = [];
  const members = (express: typeof flatExpression): [string, string][] =>
    parameters.flatMap((parameter) => {
      const expression = express(parameter, resolve);
      uses.push(...(expression?.uses ?? []));
      return expression === undefined ? [] : [[parameter.name, expression.text]];
    });
  const decoders = members(decoderExpression);
  const shapes = members(flatExpression);
  const text = object({
    decoders: decoders.length === 0 ? undefined : named(decoders),
    flat: shapes.length === 0 ? undefined : `flat(${named(shapes)})`,
  });
  return { text, uses };
}

/** An object literal whose names are a request's: it inherits nothing. */
function named(members: readonly (readonly [string, string])[]): string {
  return `{ ${['__proto__: null', ...members.map(([name, text]) => `${key(name)}: ${text}`)].join(', ')} }`;
}

/** In an object literal a plain `__proto__` would set the prototype. */
function key(name: string): string {
  return name === '__proto__' ? `['__proto__']` : propertyName(name);
}

function parameterFacts(
  parameter: Parameter,
  { missingCode, invalidCode }: GatewayCodes,
  page: string | undefined,
): string {
  const { name, required, serialization, source } = parameter;
  const own = source?.page.url;
  const facts = object({
    json: serialization === 'json' ? 'true' : undefined,
    page: own === page ? undefined : quoted(own),
    missing: required ? quoted(missingCode?.replace('{Parameter}', () => name)) : undefined,
    invalid: quoted(parameter.invalidCode ?? invalidCode),
  });
  return facts === '{}' ? 'null' : facts;
}

/** Code of a gateway answer that is documented; one that the emulator chose promises nothing. */
export function gatewayCode(model: Pick<ApiModel, 'gatewayErrors'>, condition: string): string | undefined {
  return model.gatewayErrors.find((error) => error.condition === condition && !error.open)?.code;
}

function object(members: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(members).flatMap(([name, text]) =>
    text === undefined ? [] : [`${name}: ${text}`],
  );
  return given.length === 0 ? '{}' : `{ ${given.join(', ')} }`;
}

function quoted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : stringLiteral(text);
}

function mostCommon(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
