import type { ApiModel, NamedSchema, Operation, Property, Schema } from '@swas/generator-model';
import { createCompiler } from './compile.ts';
import type { Compiler } from './compile.ts';
import { editParameter, editShared } from './edit/index.ts';
import type { EditedFunction, EditedParameter, EditOptions } from './edit/index.ts';
import { requestFunctions, variableOf } from './edit/request.ts';
import type { NestedCopy, RequestParameter } from './edit/request.ts';
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
  const options: EditOptions = {
    formatFunctions: [...supportedFormats.values()],
    patternTexts: patternTexts(model),
    functionNames: functionNames(model, compiler, preparation),
  };
  const shared = model.schemas.flatMap((named): SharedCheck[] => {
    const id = preparation.idOf(named.name);
    if (id === undefined) return [];
    const functionName = `check${named.typeName}`;
    return [{ named, functionName, edited: editShared(compiler.compile(id), functionName, options) }];
  });
  const parameter = parameterChecks(compiler, preparation, options);
  return {
    shared,
    operation: ({ name, request, idempotencyParameter }) =>
      inContext(name, () =>
        requestFunctions(
          request.properties.map((each) => parameter(each, each.name === idempotencyParameter)),
        ),
      ),
  };
}

/** Compiles parameters, each kind once: operations of one API have most of theirs in common. */
function parameterChecks(
  compiler: Compiler,
  preparation: Preparation,
  options: EditOptions,
): (property: Property, secret: boolean) => RequestParameter {
  const known = new Map<string, EditedParameter>();
  return ({ name, schema, required }, secret) => {
    const prepared = preparation.prepare(schema);
    const variable = variableOf(name);
    const key = JSON.stringify([name, secret, prepared]);
    const edited =
      known.get(key) ?? editParameter(compiler.compile(prepared), { name, variable, secret }, options);
    known.set(key, edited);
    const copy = mayNest(schema, preparation) ? nestedCopy(schema, preparation) : undefined;
    return { name, variable, required, edited, copy, hidden: secret && isComplex(schema, preparation) };
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
