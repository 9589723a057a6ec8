import { docComment, fileText } from '@swas/generator-kit';
import type { Statement } from '@swas/generator-kit';
import { generatorName } from './generator-name.ts';

/** Names of an operation: `[wire name, file, type, method]`. The entries depend on nothing else. */
export type Names = readonly [name: string, fileName: string, typeName: string, methodName: string];

/** All names as a text, which is equal when they are. */
export function namesText(operations: readonly Names[]): string {
  return JSON.stringify(operations);
}

/** The whole validator of each operation. */
export function printIndex(names: string): string {
  return entry(names, ([, fileName, typeName, methodName]) => [
    `export { ${methodName}, type ${typeName}Request } from './operations/${fileName}.ts';`,
  ]);
}

/** The function alone that validates, for a bundle that needs issues and no more. */
export function printValidate(names: string): string {
  return entry(names, ([, fileName, typeName, methodName]) => [
    `export { ${methodName}Validate as ${methodName}, type ${typeName}Request } from './operations/${fileName}.ts';`,
  ]);
}

/** The guard alone, for a bundle that needs no issues. */
export function printGuards(names: string): string {
  const operations = JSON.parse(names) as readonly Names[];
  const imports = operations.flatMap(([, fileName, typeName, methodName]) => [
    `import { is as ${methodName}Guard } from './operations/${fileName}.check.ts';`,
    `import type { ${typeName}Request } from './operations/${fileName}.ts';`,
  ]);
  const guards = operations.map(([name, , typeName, methodName]) => {
    const type = `(value: unknown) => value is ${typeName}Request`;
    const docs = docComment(`Whether the value is a valid request of ${name}. Never throws.`);
    return `/** ${docs} */\nexport const ${methodName}: ${type} = ${methodName}Guard as ${type};`;
  });
  return fileText({ generator: generatorName, statements: [...imports, ...guards] });
}

function entry(names: string, statements: (operation: Names) => readonly Statement[]): string {
  const operations = JSON.parse(names) as readonly Names[];
  return fileText({ generator: generatorName, statements: operations.flatMap(statements) });
}
