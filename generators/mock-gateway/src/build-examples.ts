import type { ApiModel, JsonValue, Operation, Parameter, Schema } from '@swas/generator-model';

/** A resource that the documents' own examples name: a reader who sends such an example expects that there is one. */
export type ExampleResource = { readonly region: string; readonly id: string };

/** The resources of all documented requests that name a region, each once. */
export function buildExampleResources(model: ApiModel): readonly ExampleResource[] {
  const found = model.operations.flatMap((operation) => inRequest(operation, model));
  return [...new Map(found.map((each) => [`${each.region} ${each.id}`, each])).values()];
}

function inRequest({ parameters }: Operation, model: ApiModel): readonly ExampleResource[] {
  const region = parameters.find(({ serverVariable }) => serverVariable === 'region')?.example;
  if (typeof region !== 'string') return [];
  return parameters.flatMap((parameter) => identifiers(parameter, model).map((id) => ({ region, id })));
}

/** A parameter holds one identifier or a list of them. */
function identifiers({ schema, example }: Parameter, model: ApiModel): readonly string[] {
  const plain = target(schema, model);
  if (isIdentifier(plain)) return texts([example]);
  const isList = plain?.kind === 'array' && isIdentifier(target(plain.items, model));
  return isList && Array.isArray(example) ? texts(example) : [];
}

function isIdentifier(schema: Schema | undefined): boolean {
  return schema?.resource !== undefined;
}

/** What a reference stands for; a mark beside the reference counts as one of its target. */
function target(schema: Schema, model: ApiModel): Schema | undefined {
  if (schema.kind !== 'reference' || isIdentifier(schema)) return schema;
  return model.schemas.find(({ name }) => name === schema.name)?.schema;
}

function texts(values: readonly (JsonValue | undefined)[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}
