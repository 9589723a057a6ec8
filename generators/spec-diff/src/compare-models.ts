import type { ApiModel, GatewayError, Server } from '@swas/generator-model';
import { breaking, compatible, type Change } from './change.ts';
import { compareOperation } from './compare-operation.ts';

/**
 * What the extensions of this API family say and an OpenAPI tool passes over: the real wire, regions, error codes, how a value
 * becomes text. Everything that plain OpenAPI says is left to the engine.
 */
export function compareModels(before: ApiModel, after: ApiModel): readonly Change[] {
  return [
    ...compareWire(before, after),
    ...before.servers.flatMap((server) => compareServer(server, after)),
    ...before.gatewayErrors.flatMap((error) => compareGatewayError(error, after)),
    ...before.operations.flatMap((operation) => {
      const now = after.operations.find(({ name }) => name === operation.name);
      return now === undefined ? [] : compareOperation(operation, now);
    }),
  ];
}

function compareWire(before: ApiModel, after: ApiModel): readonly Change[] {
  const facts = [
    ['x-acs-product', before.product, after.product],
    ['x-acs-version', before.version, after.version],
  ] as const;
  return facts
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => breaking(name, `The API is another one: '${was}' became '${is}'.`));
}

function compareServer(before: Server, { servers }: ApiModel): readonly Change[] {
  const place = `server ${before.network}`;
  const after = servers.find(({ network }) => network === before.network);
  if (after === undefined) return [breaking(place, `${before.url} was removed.`)];
  const moved = after.url === before.url ? [] : [breaking(place, `${before.url} became ${after.url}.`)];
  return [
    ...moved,
    ...before.variables.flatMap(({ name, values }) => {
      const now = after.variables.find((variable) => variable.name === name)?.values ?? [];
      return [
        // No list at all allows any value.
        ...lacking(values, now)
          .filter(() => now.length > 0)
          .map((value) => breaking(place, `\`${name}\` no longer has '${value}'.`)),
        ...lacking(now, values).map((value) => compatible(place, `\`${name}\` gained '${value}'.`)),
      ];
    }),
  ];
}

/** The members of one list that another lacks. */
function lacking(list: readonly string[], other: readonly string[]): readonly string[] {
  return list.filter((value) => !other.includes(value));
}

function compareGatewayError(before: GatewayError, { gatewayErrors }: ApiModel): readonly Change[] {
  const place = `gateway error ${before.condition}`;
  const after = gatewayErrors.find(({ condition }) => condition === before.condition);
  // What the documents do not fix was never promised.
  if (before.open) return [];
  if (after === undefined) return [breaking(place, `Its code ${before.code} is no longer documented.`)];
  if (after.code !== before.code) return [breaking(place, `Its code ${before.code} became ${after.code}.`)];
  if (after.status !== before.status)
    return [breaking(place, `Its status ${before.status} became ${after.status}.`)];
  return [];
}
