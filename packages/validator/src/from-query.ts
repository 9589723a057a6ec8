import { tooLarge } from './check-support.ts';
import type { Finding } from './check.ts';
import type { FlatNames, OperationFacts } from './facts.ts';
import { parameterFacts } from './facts.ts';
import type { Query, QueryOptions } from './validator.ts';

/** No request has so many parameters. */
const pairLimit = 200_000;

/** A request as decoded values, with what is wrong with its text. */
export interface QueryReading {
  readonly request: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
}

/** Decodes the text of every parameter. Undeclared names stay in the request, for the check to report. Never throws. */
export function readQuery(facts: OperationFacts, query: Query, options: QueryOptions = {}): QueryReading {
  // Without a prototype, `__proto__` is a name like any other.
  const request: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const findings: Finding[] = [];
  const trees: FlatNames = { children: new Map() };
  let count = 0;
  try {
    for (const [name, text] of pairs(query)) {
      // Whoever hands in an endless iterable must not get us to fill the memory.
      count += 1;
      if (count > pairLimit) throw tooLarge;
      const flat = text === undefined ? undefined : flatParameter(facts, name);
      if (findings.length > 31) break;
      if (flat !== undefined) {
        const rest = name === flat ? [] : name.slice(flat.length + 1).split('.');
        if (!plant(trees, [flat, ...rest], String(text))) findings.push([[name], 'repeated']);
      } else if (name in request) findings.push([[name], 'repeated']);
      else if (parameterFacts(facts, name) !== undefined || options.unknown !== 'ignore')
        request[name] = text;
    }
  } catch (error) {
    findings.push([[], error === tooLarge ? 'size' : 'unreadable']);
  }
  for (const [name, { decoder }] of Object.entries(facts.parameters)) {
    const text = request[name];
    const names = trees.children.get(name);
    if (decoder?.names !== undefined && names !== undefined) request[name] = decoder.names(names);
    if (decoder?.text === undefined || typeof text !== 'string') continue;
    const value = decoder.text(text);
    if (value === undefined) findings.push([[name], 'json']);
    request[name] = value;
  }
  return { request, findings: once(findings) };
}

/** Names with their texts, a repeated name several times. */
function* pairs(query: Query): Iterable<readonly [string, unknown]> {
  if (typeof query === 'string') yield* new URLSearchParams(query);
  else if (isIterable(query)) yield* query;
  else {
    for (const [name, value] of Object.entries(query)) {
      if (typeof value === 'string') yield [name, value];
      else for (const text of value) yield [name, text];
    }
  }
}

function isIterable(query: Exclude<Query, string>): query is Iterable<readonly [string, string]> {
  return Symbol.iterator in query;
}

/** Longer names no parameter has. */
const longestName = 200;

/** The parameter that a flattened name belongs to: the part before one of its dots, since a parameter's own name may hold dots. */
function flatParameter(facts: OperationFacts, name: string): string | undefined {
  let found: string | undefined;
  for (let end = name.indexOf('.'); end <= longestName; end = name.indexOf('.', end + 1)) {
    const prefix = end < 0 ? name : name.slice(0, end);
    if (parameterFacts(facts, prefix)?.decoder?.names !== undefined) found = prefix;
    if (end < 0) break;
  }
  return found;
}

/** Answers false when the name was there already. */
function plant(tree: FlatNames, segments: readonly string[], text: string): boolean {
  let node = tree;
  for (const segment of segments) {
    let child = node.children.get(segment);
    if (child === undefined) node.children.set(segment, (child = { children: new Map() }));
    node = child;
  }
  const isNew = node.text === undefined;
  node.text = text;
  return isNew;
}

/** One finding per name, however often it is repeated. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<unknown>();
  return findings.filter(([[name], code]) => {
    const key = `${code} ${String(name)}`;
    return !seen.has(key) && seen.add(key);
  });
}
