import type { CatalogueOperation, CatalogueResource, CatalogueRule, JsonObject } from '../catalogue.ts';
import type { Refusal } from '../refusal.ts';
import { textOf, textsOf, type Call } from './behaviour.ts';
import type { RegionImages } from './images.ts';

/** A rule whose conditions are ready to be compared. */
interface PreparedRule extends CatalogueRule {
  readonly conditions: readonly (readonly [parameter: string, text: string])[];
}

/**
 * What the operation's rules do to each thing that a call names: to all of them or, when one is refused, to none. The documents do not
 * say what becomes of the others then, and a refusal that changed nothing is the safer thing to develop against.
 */
export function rulesOf(
  { rules }: CatalogueOperation,
  resources: readonly CatalogueResource[],
): (call: Call) => Refusal | undefined {
  const prepared = rules.map((rule) => ({ ...rule, conditions: Object.entries(rule.when) }));
  const absentOf = new Map(resources.map(({ name, absent }) => [name, absent]));
  return (call) => {
    const { request, account, region, images } = call;
    const applying = prepared.filter((rule) => applies(rule, request));
    const [first] = applying;
    if (first === undefined) return undefined;
    const absent = absentOf.get(first.resource) ?? '';
    const owned = images.in(account, region);
    const ids = idsOf(request, first.parameter);
    const refusal = findRefusal(applying, absent, owned, ids);
    if (refusal !== undefined) return call.refuse(refusal);
    for (const id of ids) move(owned, id, target(applying, owned.get(id) ?? absent, absent), absent);
    images.touch();
    return undefined;
  };
}

function applies({ conditions }: PreparedRule, request: JsonObject): boolean {
  for (const [parameter, text] of conditions) if (String(request[parameter]) !== text) return false;
  return true;
}

/** None when the parameter is not there, which only a fault lets through. */
function idsOf(request: JsonObject, parameter: string): readonly string[] {
  const value = request[parameter];
  if (value === undefined) return [];
  return Array.isArray(value) ? textsOf(request, parameter) : [textOf(request, parameter)];
}

/** The first refusal in the order of the rules; but a thing that does not exist is told before any other reason. */
function findRefusal(
  rules: readonly CatalogueRule[],
  absent: string,
  owned: RegionImages,
  ids: readonly string[],
): string | undefined {
  let found: string | undefined;
  for (const { from, refusal } of rules) {
    if (refusal === undefined || !ids.some((id) => (owned.get(id) ?? absent) === from)) continue;
    if (from === absent) return refusal;
    found ??= refusal;
  }
  return found;
}

/**
 * The state after the call. Where the rules are silent about a state, the call brings about what it brings about from others: sharing
 * a shared image succeeds without effect. It makes nothing of what does not exist.
 */
function target(rules: readonly CatalogueRule[], state: string, absent: string): string {
  let other: string | undefined;
  for (const { from, to, refusal } of rules) {
    if (refusal !== undefined) continue;
    if (from === state) return to;
    other ??= to;
  }
  return state === absent ? absent : (other ?? state);
}

function move(owned: RegionImages, id: string, state: string, absent: string): void {
  if (state === absent) owned.delete(id);
  else owned.set(id, state);
}
