import type { CatalogueResource, CatalogueRule, JsonObject } from '../catalogue.ts';
import type { Refusal } from '../refusal.ts';
import { textOf, textsOf, type Call } from './behaviour.ts';
import type { RegionImages } from './images.ts';

/**
 * Carries out what the rules say for each thing that the call names: for all of them or, when one is refused, for none. The documents
 * do not say what becomes of the others then, and a refusal that changed nothing is the safer thing to develop against.
 */
export function followRules(call: Call, resources: readonly CatalogueResource[]): Refusal | undefined {
  const { operation, request, account, region, images } = call;
  const rules = operation.rules.filter((rule) => applies(rule, request));
  const [first] = rules;
  if (first === undefined) return undefined;
  const absent = resources.find(({ name }) => name === first.resource)?.absent ?? '';
  const owned = images.in(account, region);
  const ids = idsOf(request, first.parameter);
  const refusal = findRefusal(rules, absent, new Set(ids.map((id) => owned.get(id) ?? absent)));
  if (refusal !== undefined) return call.refuse(refusal);
  for (const id of ids) move(owned, id, target(rules, owned.get(id) ?? absent, absent), absent);
  images.touch();
  return undefined;
}

function applies({ when }: CatalogueRule, request: JsonObject): boolean {
  return Object.entries(when).every(([name, text]) => String(request[name]) === text);
}

/** None when the parameter is not there, which only a fault lets through. */
function idsOf(request: JsonObject, parameter: string): readonly string[] {
  if (request[parameter] === undefined) return [];
  return Array.isArray(request[parameter]) ? textsOf(request, parameter) : [textOf(request, parameter)];
}

/** A thing that does not exist is told before any other reason. */
function findRefusal(
  rules: readonly CatalogueRule[],
  absent: string,
  states: ReadonlySet<string>,
): string | undefined {
  const refused = rules.filter(({ from, refusal }) => refusal !== undefined && states.has(from));
  return (refused.find(({ from }) => from === absent) ?? refused[0])?.refusal;
}

/**
 * The state after the call. Where the rules are silent about a state, the call brings about what it brings about from others: sharing
 * a shared image succeeds without effect. It makes nothing of what does not exist.
 */
function target(rules: readonly CatalogueRule[], state: string, absent: string): string {
  const successes = rules.filter(({ refusal }) => refusal === undefined);
  const own = successes.find(({ from }) => from === state)?.to;
  return own ?? (state === absent ? absent : (successes[0]?.to ?? state));
}

function move(owned: RegionImages, id: string, state: string, absent: string): void {
  if (state === absent) owned.delete(id);
  else owned.set(id, state);
}
