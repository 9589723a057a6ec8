import {
  docComment,
  fileText,
  requestDeclaration,
  stringLiteral,
  StructureKind,
  VariableDeclarationKind,
  type Statement,
} from '@swas/generator-kit';
import type { NamedSchema, Operation } from '@swas/generator-model';
import { environmentOf } from './environment.ts';
import { factsOf } from './facts.ts';
import { generatorName } from './generator-name.ts';
import { typeNamesUsed } from './type-names-used.ts';

/** The typed validator of an operation, beside its check. The codes are those that the gateway answers, where documented. */
export function printOperation(
  operation: Operation,
  schemas: readonly NamedSchema[],
  missingCode: string | undefined,
  invalidCode: string | undefined,
): string {
  const { names, resolve } = environmentOf(schemas);
  const { name, methodName, typeName, fileName, summary } = operation;
  const facts = factsOf(operation, { missingCode, invalidCode }, resolve);
  const type = `${typeName}Request`;
  // No other name of the file is an operation's name and a suffix.
  const validate = `${methodName}Validate`;
  const factsName = `${methodName}Facts`;
  const values = ['createValidate', 'createValidator', ...facts.uses].toSorted();
  const members = [stringLiteral(name), 'is', validate, factsName, ...facts.query].join(', ');
  const types = ['OperationFacts', 'Validate', 'Validator'].map((each) => `type ${each}`);
  return fileText({
    generator: generatorName,
    statements: [
      `import { ${[...new Set(values), ...types].join(', ')} } from '../../support.ts';`,
      `import { check, is } from './${fileName}.check.ts';`,
      "import { sentences } from '../sentences.ts';",
      ...typeImport(typeNamesUsed(operation.request, { schemas })),
      requestDeclaration(operation, names),
      `const ${factsName}: OperationFacts = ${facts.text};`,
      constant(validate, `Validate<${type}>`, `createValidate<${type}>(check, ${factsName})`, [
        `Validates requests of ${name}, and no more: a bundle with it alone is smaller.`,
      ]),
      constant(methodName, `Validator<${type}>`, `createValidator<${type}>(${members})`, [
        `Validates requests of ${name}.`,
        summary,
      ]),
    ],
  });
}

/** An exported constant that a bundler drops when nobody uses it. */
function constant(
  name: string,
  type: string,
  initializer: string,
  docs: readonly (string | undefined)[],
): Statement {
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: [{ description: `\n${docComment(...docs)}` }],
    declarations: [{ name, type, initializer: `/* @__PURE__ */ ${initializer}` }],
  };
}

function typeImport(names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`import type { ${names.join(', ')} } from '../schemas.ts';`];
}
