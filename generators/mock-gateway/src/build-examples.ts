import type { ApiModel, JsonValue, Operation, Parameter, Schema } from '@swas/generator-model';

/** A resource that the documents' own examples name: a reader who sends such an example expects that there is one. */
export interface ExampleResource {
  /** Absent where the request does not say: the gateway knows what is its own. */
  readonly region?: string;
  readonly id: string;
  /** What it is, where that is not the first kind of the model. */
  readonly resource?: string;
}

/** What one value identifies. */
interface Identified {
  readonly resource: string;
  readonly ids: readonly string[];
}

/** The resources of all documented requests, each once. */
export function buildExampleResources(model: ApiModel): readonly ExampleResource[] {
  const found = model.operations.flatMap((operation) => inRequest(operation, model));
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
}

function inRequest({ parameters }: Operation, model: ApiModel): readonly ExampleResource[] {
  const parameter = parameters.find(({ serverVariable }) => serverVariable === 'region');
  const region = parameter?.example;
  if (parameter !== undefined && typeof region !== 'string') return [];
  const place = typeof region === 'string' ? { region } : {};
  const others = new Set(model.resources.slice(1).map(({ name }) => name));
  return parameters.flatMap((each) => {
    const found = identified(each, model);
    const kind = found !== undefined && others.has(found.resource) ? { resource: found.resource } : {};
    return (found?.ids ?? []).map((id) => ({ ...place, id, ...kind }));
  });
}

/** A parameter holds one identifier or a list of them. */
function identified({ schema, example }: Parameter, model: ApiModel): Identified | undefined {
  const plain = target(schema, model);
  if (plain?.resource !== undefined) return { resource: plain.resource, ids: texts([example]) };
  const item = plain?.kind === 'array' ? target(plain.items, model) : undefined;
  if (item?.resource === undefined || !Array.isArray(example)) return undefined;
  return { resource: item.resource, ids: texts(example) };
}

/** What a reference stands for; a mark beside the reference counts as one of its target. */
function target(schema: Schema, model: ApiModel): Schema | undefined {
  if (schema.kind !== 'reference' || schema.resource !== undefined) return schema;
  return model.schemas.find(({ name }) => name === schema.name)?.schema;
}

function texts(values: readonly (JsonValue | undefined)[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}
