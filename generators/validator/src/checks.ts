import type { ApiModel, NamedSchema, Operation, Schema } from '@swas/generator-model';
import { createCompiler } from './compile.ts';
import type { Compiler } from './compile.ts';
import { editFunction } from './edit/index.ts';
import type { EditedFunction, EditOptions } from './edit/index.ts';
import type { NestedCopy } from './edit/signature.ts';
import { supportedFormats } from './formats.ts';
import { patternTexts } from './pattern-texts.ts';
import { prepareSchemas } from './prepare-schema.ts';
import type { Preparation } from './prepare-schema.ts';

/** A named schema that has a check of its own. */
export interface SharedCheck {
  readonly named: NamedSchema;
  readonly functionName: string;
  readonly edited: EditedFunction;
}

/** Every check of a model. */
export interface Checks {
  readonly shared: readonly SharedCheck[];
  readonly operation: (operation: Operation) => EditedFunction;
}

/** Sets up one compiler for the whole model; operations are compiled as they are asked for. */
export function createChecks(model: ApiModel): Checks {
  const compiler = createCompiler();
  const preparation = prepareSchemas(model);
  for (const { name, schema } of model.schemas) {
    const id = preparation.idOf(name);
    if (id !== undefined) compiler.add(id, preparation.prepare(schema));
  }
  const common = {
    formatFunctions: [...supportedFormats.values()],
    patternTexts: patternTexts(model),
    functionNames: functionNames(model, compiler, preparation),
  };
  const shared = model.schemas.flatMap((named): SharedCheck[] => {
    const id = preparation.idOf(named.name);
    if (id === undefined) return [];
    const functionName = `check${named.typeName}`;
    return [
      {
        named,
        functionName,
        edited: editFunction(compiler.compile(id), { ...common, kind: { shared: functionName } }),
      },
    ];
  });
  return {
    shared,
    operation: (operation) =>
      inContext(operation.name, () =>
        editFunction(compiler.compile(preparation.prepare(operation.request)), {
          ...common,
          token: operation.idempotencyParameter,
          kind: requestKind(operation, preparation),
        }),
      ),
  };
}

function functionNames(model: ApiModel, compiler: Compiler, preparation: Preparation): Map<string, string> {
  return new Map(
    model.schemas.flatMap(({ name, typeName }): [string, string][] => {
      const id = preparation.idOf(name);
      return id === undefined ? [] : [[compiler.compile(id).name, `check${typeName}`]];
    }),
  );
}

function requestKind(
  { request, idempotencyParameter }: Operation,
  preparation: Preparation,
): EditOptions['kind'] {
  const token = request.properties.find(({ name }) => name === idempotencyParameter);
  const required = request.properties.filter((property) => property.required);
  return {
    request: {
      names: request.properties.map(({ name }) => name),
      required: new Set(required.map(({ name }) => name)),
      nested: new Map(
        request.properties.flatMap(({ name, schema }): [string, NestedCopy][] =>
          mayNest(schema, preparation) ? [[name, nestedCopy(schema, preparation)]] : [],
        ),
      ),
      open: request.additional !== false,
      hidden: token !== undefined && isComplex(token.schema, preparation) ? token.name : undefined,
    },
  };
}

/** Whether other code than the request's own may write down findings about a value. */
function isComplex(schema: Schema, preparation: Preparation): boolean {
  if (schema.kind === 'reference') return preparation.idOf(schema.name) !== undefined;
  return schema.kind === 'union' || schema.kind === 'intersection';
}

/** Whether a list or an object may match. A reference that has no check of its own stands for a scalar. */
function mayNest(schema: Schema, preparation: Preparation): boolean {
  if (schema.kind === 'reference') return preparation.idOf(schema.name) !== undefined;
  if (schema.kind === 'union' || schema.kind === 'intersection')
    return schema.members.some((member) => mayNest(member, preparation));
  return schema.kind === 'array' || schema.kind === 'object' || schema.kind === 'any';
}

function nestedCopy(schema: Schema, preparation: Preparation): NestedCopy {
  if (schema.kind !== 'array') return { always: true };
  const always = mayNest(schema.items, preparation);
  return schema.maxItems === undefined ? { always } : { always, maxItems: schema.maxItems };
}

function inContext<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot emit the validator of ${JSON.stringify(name)}: ${reason}`, { cause: error });
  }
}
