import type { CatalogueOperation, CatalogueResource, CatalogueRule, JsonObject } from '../catalogue.ts';
import type { Refusal } from '../refusal.ts';
import { textOf, textsOf, type Call } from './behaviour.ts';
import type { RegionImages } from './images.ts';

/** A rule whose conditions are ready to be compared. */
interface PreparedRule extends CatalogueRule {
  readonly conditions: readonly (readonly [parameter: string, text: string])[];
}

/** The rules about the things that one parameter names. */
interface RuleGroup {
  readonly parameter: string;
  readonly resource: string;
  /** State of one that does not exist. */
  readonly absent: string;
  readonly rules: readonly PreparedRule[];
}

/** What a call does to the things of one group, if nothing refuses it. */
interface Effect extends Pick<RuleGroup, 'absent'> {
  readonly owned: RegionImages;
  readonly ids: readonly string[];
  readonly applying: readonly PreparedRule[];
}

/**
 * What the operation's rules do to each thing that a call names: to all of them or, when one is refused, to none. The documents do not
 * say what becomes of the others then, and a refusal that changed nothing is the safer thing to develop against.
 */
export function rulesOf(
  { rules }: CatalogueOperation,
  resources: readonly CatalogueResource[],
): (call: Call) => Refusal | undefined {
  const groups = groupsOf(rules, resources);
  return (call) => {
    const effects: Effect[] = [];
    for (const group of groups) {
      const { absent, resource, parameter } = group;
      const applying = group.rules.filter((rule) => applies(rule, call.request));
      if (applying.length === 0) continue;
      const owned = call.images.in(call.account, call.region, resource);
      const ids = idsOf(call.request, parameter);
      const refusal = findRefusal(applying, absent, owned, ids);
      if (refusal !== undefined) return call.refuse(refusal);
      effects.push({ absent, owned, ids, applying });
    }
    for (const effect of effects) carryOut(effect);
    if (effects.length > 0) call.images.touch();
    return undefined;
  };
}

/** In the order of the rules. */
function groupsOf(
  rules: readonly CatalogueRule[],
  resources: readonly CatalogueResource[],
): readonly RuleGroup[] {
  const absentOf = new Map(resources.map(({ name, absent }) => [name, absent]));
  const groups = new Map<string, RuleGroup & { readonly rules: PreparedRule[] }>();
  for (const rule of rules) {
    const { resource, parameter } = rule;
    const key = JSON.stringify([resource, parameter]);
    const absent = absentOf.get(resource) ?? '';
    const group = groups.get(key) ?? { resource, parameter, absent, rules: [] };
    groups.set(key, group);
    group.rules.push({ ...rule, conditions: Object.entries(rule.when) });
  }
  return [...groups.values()];
}

function carryOut({ ids, owned, applying, absent }: Effect): void {
  for (const id of ids) move(owned, id, target(applying, owned.get(id) ?? absent, absent), absent);
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
