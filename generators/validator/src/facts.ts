import { propertyName, stringLiteral } from '@swas/generator-kit';
import type { ApiModel, Operation, Parameter } from '@swas/generator-model';
import { decoderExpression } from './decoders.ts';
import type { DecoderExpression, Resolve } from './decoders.ts';

/** The object literal of facts that goes with an operation's check. */
export function factsExpression(operation: Operation, model: ApiModel, resolve: Resolve): DecoderExpression {
  const page =
    operation.source?.page.url ??
    mostCommon(operation.parameters.flatMap((each) => each.source?.page.url ?? []));
  const parameters = operation.parameters.map((parameter) => ({
    parameter,
    decoder: decoderExpression(parameter, resolve),
  }));
  const members = parameters.map(
    ({ parameter, decoder }) => `${key(parameter.name)}: ${parameterFacts(parameter, decoder, page)}`,
  );
  const isFlat = operation.parameters.some(({ serialization }) => serialization === 'flat');
  const text = object({
    name: stringLiteral(operation.name),
    documentation: quoted(page),
    missingCode: quoted(gatewayCode(model, 'missing-parameter')),
    invalidCode: quoted(gatewayCode(model, 'invalid-parameter')),
    sentences: 'sentences',
    flat: isFlat ? 'flatReader' : undefined,
    parameters: `{ ${members.join(', ')} }`,
  });
  const uses = parameters.flatMap(({ decoder }) => decoder?.uses ?? []);
  return { text, uses: isFlat ? [...uses, 'flatReader'] : uses };
}

/** In an object literal a plain `__proto__` would set the prototype. */
function key(name: string): string {
  return name === '__proto__' ? `['__proto__']` : propertyName(name);
}

function parameterFacts(
  parameter: Parameter,
  decoder: DecoderExpression | undefined,
  page: string | undefined,
): string {
  const own = parameter.source?.page.url;
  return object({
    decoder: decoder?.text,
    documentation: own === page ? undefined : quoted(own),
    invalidCode: quoted(parameter.invalidCode),
  });
}

/** Code of a gateway answer that is documented; one that the emulator chose promises nothing. */
function gatewayCode(model: ApiModel, condition: string): string | undefined {
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
