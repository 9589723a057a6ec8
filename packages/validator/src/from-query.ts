import type { Decoder } from './decoders.ts';
import type { Named, OperationFacts } from './facts.ts';
import type { FlatReader } from './flat.ts';
import { issuesOf, Report, stop } from './report.ts';
import type { Query, QueryOptions, Result, Validate } from './validator.ts';

/** No request has so many parameters: whoever hands in an endless iterable must not get us to fill the memory. */
const pairLimit = 100_000;

/** How the texts of an operation's query become values, where they are not the values themselves. */
export interface QueryFacts {
  readonly decoders?: Named<Decoder>;
  /** Set where a parameter is flattened into several names. */
  readonly flat?: () => FlatReader;
}

/** Makes the function that validates an operation's requests as text. */
export function createFromQuery<T>(
  validate: Validate<T>,
  facts: OperationFacts,
  queryFacts: QueryFacts,
): (query: Query, options?: QueryOptions) => Result<T> {
  return (query, options) => {
    const out = new Report(facts);
    // Without a prototype, `__proto__` is a name like any other.
    const request = Object.create(null) as Record<string, unknown>;
    const known = options?.unknown === 'ignore' ? facts.parameters : undefined;
    try {
      decode(query, request, queryFacts, out, known);
    } catch (error) {
      // What was not read is not missing.
      stop(out, error);
      return { ok: false, issues: issuesOf(out) };
    }
    const result = validate(request);
    if (out.length === 0) return result;
    // A parameter that could not be decoded is not missing.
    const others = (result.issues ?? []).filter(
      ({ code, path: [name = '', inner] }) =>
        code !== 'required' || inner !== undefined || !(name in request),
    );
    return { ok: false, issues: [...issuesOf(out), ...others].slice(0, 32) };
  };
}

/**
 * Decodes the text of every parameter and reports what is wrong with it. Undeclared names get into the request, for the check
 * to report, unless others than `known` are ignored.
 * @throws {Report} after too many, and whatever an iterable throws.
 */
function decode(
  query: Query,
  request: Record<string, unknown>,
  { decoders, flat }: QueryFacts,
  out: Report,
  known: object | undefined,
): void {
  const seen = new Map<string, number>();
  const reader = flat?.();
  let count = 0;
  for (const [name, text] of pairs(query)) {
    if ((count += 1) > pairLimit) {
      out.add([], 'size', `at most ${pairLimit} parameters`);
      throw out;
    }
    const isFlat = reader?.plant(name, text);
    if (!isFlat && known && !(name in known)) continue;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    if (times === 1) out.add([name], 'repeated', 'given only once');
    if (times > 0 || isFlat) continue;
    const decoder = typeof text === 'string' && decoders?.[name];
    request[name] = decoder ? decoder.text(text) : text;
    if (decoder && request[name] === undefined)
      out.add([name], 'json', `JSON text such as ${decoder.example}`);
  }
  reader?.decode(request);
}

/** Names with their texts, a repeated name several times. One by one: a list can say that it has four billion items. */
function* pairs(query: Query): Iterable<readonly [string, unknown]> {
  const source = typeof query === 'string' ? new URLSearchParams(query) : query;
  for (const [name, texts] of Symbol.iterator in source ? source : Object.entries(source))
    if (Array.isArray(texts)) for (const text of texts as unknown[]) yield [name, text];
    else yield [name, texts];
}
