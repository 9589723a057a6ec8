import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';

const { factory } = compiler;

/** `function checkNode(data, out, path)`, for a schema that several operations share. */
export function sharedFunction(name: string, statements: readonly ts.Statement[]): ts.FunctionDeclaration {
  return factory.createFunctionDeclaration(
    [factory.createModifier(compiler.SyntaxKind.ExportKeyword)],
    undefined,
    name,
    undefined,
    ['data', 'out', 'path'].map((each) => factory.createParameterDeclaration(undefined, undefined, each)),
    undefined,
    factory.createBlock(statements, true),
  );
}

/** Calls the value that ajv calls `data` by the name of a variable. */
export function renameData(statements: readonly ts.Statement[], variable: string): readonly ts.Statement[] {
  const visit = (node: ts.Node): ts.Node => {
    // The name of a member is no reference, though it may be `data`.
    if (compiler.isPropertyAccessExpression(node))
      return factory.updatePropertyAccessExpression(node, visit(node.expression) as ts.Expression, node.name);
    if (compiler.isIdentifier(node)) return node.text === 'data' ? factory.createIdentifier(variable) : node;
    return compiler.visitEachChild(node, visit, undefined);
  };
  return statements.map((each) => visit(each) as ts.Statement);
}
