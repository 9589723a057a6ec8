import { schemaDeclaration, sourceFile, typeNamesOf } from '@swas/generator-kit';
import type { EmittedFile, Generator } from '@swas/generator-kit';
import type { ApiModel } from '@swas/generator-model';
import { createChecks } from './checks.ts';
import { resolver } from './decoders.ts';
import { emitChecks, sharedChecksPath } from './emit-check.ts';
import { emitJsonSchemas } from './emit-json-schema.ts';
import { reachableSchemas } from './reachable.ts';
import { emitGuard, emitOperation } from './emit-operation.ts';
import { emitSentences } from './sentences.ts';
import type { EmitContext } from './emit-operation.ts';

const name = '@swas/generator-validator';

/** Emits the request validator: per operation a check that ajv compiled, edited to plain code, and a typed wrapper. */
export const generator: Generator = { name, emit };
export default generator;

function emit(whole: ApiModel): readonly EmittedFile[] {
  const model = { ...whole, schemas: reachableSchemas(whole) };
  const checks = createChecks(model);
  const context: EmitContext = {
    generator: name,
    model,
    names: typeNamesOf(model),
    resolve: resolver(model),
  };
  const { operations } = model;
  const requests = operations.map((operation) => checks.operation(operation));
  return [
    ...operations.map(({ fileName }, index) =>
      emitChecks(name, `operations/${fileName}.check.ts`, requests.slice(index, index + 1)),
    ),
    ...operations.map((operation) => emitOperation(operation, context)),
    emitSentences([...requests, ...checks.shared.map(({ edited }) => edited)], name),
    ...(checks.shared.length === 0
      ? []
      : [
          emitChecks(
            name,
            sharedChecksPath,
            checks.shared.map(({ edited }) => edited),
          ),
        ]),
    ...emitTypes(context),
    emitGuard(operations, name),
    emitJsonSchemas(model, name),
    emitIndex(model),
  ];
}

/** Types of named schemas, as the client has them. */
function emitTypes({ model, names }: EmitContext): EmittedFile[] {
  if (model.schemas.length === 0) return [];
  return [
    sourceFile({
      path: 'schemas.ts',
      generator: name,
      statements: model.schemas.map((named) => schemaDeclaration(named, names)),
    }),
  ];
}

function emitIndex({ operations }: ApiModel): EmittedFile {
  const exports = operations.map(
    ({ fileName, methodName, typeName }) =>
      `export { ${methodName}, type ${typeName}Request } from './operations/${fileName}.ts';`,
  );
  return sourceFile({ path: 'index.ts', generator: name, statements: exports });
}
