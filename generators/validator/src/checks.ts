import type { JsonSchema, NamedSchema, ObjectSchema, Property, Schema } from '@swas/generator-model';
import { createCompiler } from './compile.ts';
import type { Compiler } from './compile.ts';
import { editParameter, editShared } from './edit/index.ts';
import type { CommonOptions, EditedFunction, EditedParameter } from './edit/index.ts';
import { requestFunctions, variableOf } from './edit/request.ts';
import type { NestedCopy, RequestParameter } from './edit/request.ts';
import { supportedFormats } from './formats.ts';
import { keywordsOf } from './keywords.ts';
import { fillIn, nameStandIn, templateOf } from './parameter-templates.ts';
import { patternTexts } from './pattern-texts.ts';
import { prepareSchemas } from './prepare-schema.ts';
import type { Preparation } from './prepare-schema.ts';

/** Checks of everything that operations with the same named schemas send. */
export interface Checks {
  /** Whether there are named schemas that have a function of their own. */
  readonly isShared: boolean;
  readonly shared: () => readonly EditedFunction[];
  readonly request: (request: ObjectSchema, secret: string | undefined) => EditedFunction;
  /** Rules that requests and named schemas state. */
  readonly keywords: (requests: readonly ObjectSchema[]) => readonly string[];
}

/** Sets up one compiler for all requests; they are compiled as they are asked for. */
export function createChecks(schemas: readonly NamedSchema[]): Checks {
  const compiler = createCompiler();
  const preparation = prepareSchemas({ schemas });
  const complex = schemas.flatMap(({ name, typeName, schema }) => {
    const id = preparation.idOf(name);
    return id === undefined ? [] : [{ id, name, functionName: `check${typeName}`, schema }];
  });
  for (const { id, name, schema } of complex)
    compiler.add(id, preparation.prepare(schema, `The schema ${JSON.stringify(name)}`));
  const options: CommonOptions = {
    formatFunctions: [...supportedFormats.values()],
    functionNames: new Map(complex.map(({ id, functionName }) => [compiler.compile(id).name, functionName])),
  };
  const named = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const textsOf = (schema: Schema): ReadonlyMap<string, string> => patternTexts(schema, named);
  const parameter = parameterChecks(compiler, preparation, textsOf, options);
  return {
    isShared: complex.length > 0,
    shared: () =>
      complex.map(({ id, functionName, schema }) =>
        editShared(compiler.compile(id), functionName, { ...options, patternTexts: textsOf(schema) }),
      ),
    request: ({ properties }, secret) =>
      requestFunctions(properties.map((each) => parameter(each, each.name === secret))),
    keywords: (requests) => [
      ...new Set(
        [...complex, ...requests.flatMap(({ properties }) => properties)].flatMap(({ name, schema }) =>
          keywordsOf(preparation.prepare(schema, `The parameter ${JSON.stringify(name)}`)),
        ),
      ),
    ],
  };
}

/** Compiles parameters, each kind once: operations of one API have most of theirs in common. */
function parameterChecks(
  compiler: Compiler,
  preparation: Preparation,
  textsOf: (schema: Schema) => ReadonlyMap<string, string>,
  options: CommonOptions,
): (property: Property, secret: boolean) => RequestParameter {
  const kinds = new Map<string, EditedParameter>();
  const edit = (
    name: string,
    schema: JsonSchema,
    secret: boolean,
    texts: ReadonlyMap<string, string>,
  ): EditedParameter => {
    const key = JSON.stringify([name, secret, schema, ...texts]);
    const place = { name, variable: variableOf(name), secret };
    const edited =
      kinds.get(key) ?? editParameter(compiler.compile(schema), place, { ...options, patternTexts: texts });
    kinds.set(key, edited);
    return edited;
  };
  return ({ name, schema, required }, secret) => {
    const prepared = preparation.prepare(schema, `The parameter ${JSON.stringify(name)}`);
    const texts = textsOf(schema);
    const template = templateOf(name, prepared, texts);
    const edited =
      template === undefined
        ? edit(name, prepared, secret, texts)
        : fillIn(edit(nameStandIn, template.schema, secret, texts), template);
    const copy = mayNest(schema, preparation) ? nestedCopy(schema, preparation) : undefined;
    const hidden = secret && isComplex(schema, preparation);
    return { name, variable: variableOf(name), required, edited, copy, hidden };
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

/** A list that may hold more has to be counted while it is copied. Emitted checks refuse more values than that. */
const mostUncounted = 100_000;

function nestedCopy(schema: Schema, preparation: Preparation): NestedCopy {
  const maxItems = schema.kind === 'array' ? (schema.maxItems ?? Infinity) : Infinity;
  const always = maxItems > mostUncounted || (schema.kind === 'array' && mayNest(schema.items, preparation));
  return { maxItems, always };
}
