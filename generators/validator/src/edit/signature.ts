import { ts } from 'ts-morph';

const { factory } = ts;

/** `function checkNode(data, out, path)`, for a schema that several operations share. */
export function sharedFunction(name: string, statements: readonly ts.Statement[]): ts.FunctionDeclaration {
  return factory.createFunctionDeclaration(
    [factory.createModifier(ts.SyntaxKind.ExportKeyword)],
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
    if (ts.isPropertyAccessExpression(node))
      return factory.updatePropertyAccessExpression(node, visit(node.expression) as ts.Expression, node.name);
    if (ts.isIdentifier(node)) return node.text === 'data' ? factory.createIdentifier(variable) : node;
    return ts.visitEachChild(node, visit, undefined);
  };
  return statements.map((each) => visit(each) as ts.Statement);
}
