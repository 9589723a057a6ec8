import { tooLarge } from './check-support.ts';
import { parameterFacts } from './facts.ts';
import type { OperationFacts } from './facts.ts';
import type { Report } from './report.ts';
import type { Query, QueryOptions } from './validator.ts';

/** No request has so many parameters. */
const pairLimit = 200_000;

/**
 * Decodes the text of every parameter and reports what is wrong with it. Undeclared names stay in the request, for the check
 * to report. Never throws.
 */
export function readQuery(
  facts: OperationFacts,
  query: Query,
  options: QueryOptions | undefined,
  out: Report,
): Readonly<Record<string, unknown>> {
  // Without a prototype, `__proto__` is a name like any other.
  const request = Object.create(null) as Record<string, unknown>;
  const repeated = new Set<string>();
  const flat = facts.flat?.(facts);
  let count = 0;
  try {
    for (const [name, text] of pairs(query)) {
      // Whoever hands in an endless iterable must not get us to fill the memory.
      count += 1;
      if (count > pairLimit) throw tooLarge;
      const planted = flat?.plant(name, text);
      if (planted === false || name in request) repeated.add(name);
      else if (planted === undefined && (options?.unknown !== 'ignore' || parameterFacts(facts, name)))
        request[name] = text;
    }
  } catch (error) {
    out.add([], error === tooLarge ? 'size' : 'unreadable');
  }
  for (const name of repeated) out.add([name], 'repeated');
  flat?.decode(request);
  decodeTexts(facts, request, out);
  return request;
}

function decodeTexts(facts: OperationFacts, request: Record<string, unknown>, out: Report): void {
  for (const [name, { decoder }] of Object.entries(facts.parameters)) {
    const text = request[name];
    if (decoder?.text === undefined || typeof text !== 'string') continue;
    request[name] = decoder.text(text);
    if (request[name] === undefined) out.add([name], 'json', decoder.example);
  }
}

/** Names with their texts, a repeated name several times. */
function* pairs(query: Query): Iterable<readonly [string, unknown]> {
  const source = typeof query === 'string' ? new URLSearchParams(query) : query;
  if (Symbol.iterator in source) yield* source as Iterable<readonly [string, unknown]>;
  else
    for (const [name, value] of Object.entries(source))
      for (const text of Array.isArray(value) ? (value as unknown[]) : [value]) yield [name, text];
}
