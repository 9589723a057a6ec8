import { emittedFile, fileText, schemaDeclaration } from '@swas/generator-kit';
import type { EmittedFile, Generator } from '@swas/generator-kit';
import type { ApiModel, NamedSchema, Operation } from '@swas/generator-model';
import { printCheck, printSharedChecks, sharedChecksPath } from './emit-check.ts';
import { namesText, printGuards, printIndex, printValidate } from './emit-entries.ts';
import { printJsonSchemas } from './emit-json-schema.ts';
import { printOperation } from './emit-operation.ts';
import { environmentOf, sameList } from './environment.ts';
import { gatewayCode } from './facts.ts';
import { generatorName } from './generator-name.ts';
import { reachableSchemas } from './reachable.ts';
import { printSentences, sentenceCodes } from './sentences.ts';

/** Emits the request validator: per operation a check that ajv compiled, edited to plain code, and a typed wrapper. */
export const generator: Generator = { name: generatorName, emit };
export default generator;

function emit(model: ApiModel): readonly EmittedFile[] {
  const { operations } = model;
  const schemas = sameList(reachableSchemas(model));
  const codes = ['missing-parameter', 'invalid-parameter'].map((condition) => gatewayCode(model, condition));
  const names = namesText(
    operations.map(({ name, fileName, typeName, methodName }) => [name, fileName, typeName, methodName]),
  );
  const { checks } = environmentOf(schemas);
  const keywords = checks.keywords(operations.map(({ request }) => request));
  return [
    ...operations.map((operation) => checkFile(operation, schemas)),
    ...operations.map((operation) =>
      emittedFile(
        `operations/${operation.fileName}.ts`,
        printOperation,
        operation,
        schemas,
        codes[0],
        codes[1],
      ),
    ),
    emittedFile('sentences.ts', printSentences, sentenceCodes(keywords)),
    ...(checks.isShared ? [emittedFile(sharedChecksPath, printSharedChecks, schemas)] : []),
    ...(schemas.length === 0 ? [] : [emittedFile('schemas.ts', printTypes, schemas)]),
    emittedFile('is.ts', printGuards, names),
    emittedFile('validate.ts', printValidate, names),
    emittedFile('json-schema.ts', printJsonSchemas, schemas, ...operations),
    emittedFile('index.ts', printIndex, names),
  ];
}

function checkFile(
  { name, fileName, request, idempotencyParameter }: Operation,
  schemas: readonly NamedSchema[],
): EmittedFile {
  const path = `operations/${fileName}.check.ts`;
  return emittedFile(path, printCheck, name, request, idempotencyParameter, schemas);
}

/** Types of named schemas, as the client has them. */
function printTypes(schemas: readonly NamedSchema[]): string {
  const { names } = environmentOf(schemas);
  return fileText({
    generator: generatorName,
    statements: schemas.map((named) => schemaDeclaration(named, names)),
  });
}
