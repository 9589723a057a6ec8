import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';

/** A change of a node whose children are changed already: the node itself or its replacement. */
type NodeEdit = (node: ts.Node) => ts.Node;

/** Parses one function as ajv wrote it, and edits it from the leaves up once `look` has seen it as it was. */
export function parseFunction(
  code: string,
  edit: NodeEdit = (node) => node,
  look?: (root: ts.FunctionDeclaration) => void,
): ts.FunctionDeclaration {
  const file = compiler.createSourceFile(
    'check.js',
    code,
    compiler.ScriptTarget.ES2023,
    false,
    compiler.ScriptKind.JS,
  );
  const [statement] = file.statements;
  if (file.statements.length !== 1 || statement === undefined || !compiler.isFunctionDeclaration(statement)) {
    throw new Error('Expected exactly one function in the code that ajv wrote. Was ajv upgraded?');
  }
  look?.(statement);
  // Printing nodes of different origin needs their texts, so every node is detached from its positions here.
  return detach(statement, file, edit);
}

function detach<T extends ts.Node>(root: T, file: ts.SourceFile, edit: NodeEdit): T {
  const detached = (node: ts.Node): ts.Node => {
    if (compiler.isStringLiteral(node)) return compiler.factory.createStringLiteral(node.text);
    if (compiler.isNumericLiteral(node)) return compiler.factory.createNumericLiteral(node.getText(file));
    if (compiler.isRegularExpressionLiteral(node))
      return compiler.factory.createRegularExpressionLiteral(node.getText(file));
    if (compiler.isIdentifier(node)) return compiler.factory.createIdentifier(node.text);
    return compiler.setTextRange(compiler.visitEachChild(node, visit, undefined), { pos: -1, end: -1 });
  };
  const visit = (node: ts.Node): ts.Node => edit(detached(node));
  return visit(root) as T;
}

/** Replaces nodes from the leaves up: `edit` sees a node whose children are edited, and returns it or its replacement. */
export function rewrite<T extends ts.Node>(root: T, edit: (node: ts.Node) => ts.Node): T {
  const visit = (node: ts.Node): ts.Node => edit(compiler.visitEachChild(node, visit, undefined));
  return visit(root) as T;
}

/** Replaces the statements of every block, from the innermost out. */
export function rewriteBlocks<T extends ts.Node>(
  root: T,
  edit: (statements: readonly ts.Statement[]) => readonly ts.Statement[],
): T {
  return rewrite(root, (node) =>
    compiler.isBlock(node) ? compiler.factory.updateBlock(node, edit(node.statements)) : node,
  );
}

/** Calls `visit` on the node and everything below it. */
export function walk(root: ts.Node, visit: (node: ts.Node) => void): void {
  visit(root);
  compiler.forEachChild(root, (child) => walk(child, visit));
}

/** The expression inside any number of parentheses. */
export function bare(node: ts.Expression): ts.Expression {
  return compiler.isParenthesizedExpression(node) ? bare(node.expression) : node;
}

/** Name of an identifier, or undefined for any other node. */
export function identifierName(node: ts.Node | undefined): string | undefined {
  return node !== undefined && compiler.isIdentifier(node) ? node.text : undefined;
}

/** Names declared by `const a = …, b` or nothing. */
export function declaredNames(statement: ts.Statement): string[] {
  if (!compiler.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => identifierName(name) ?? []);
}

/** Fails generation when an edit did not match as often as it must. */
export function expectMatches(edit: string, found: number, expected: number): void {
  if (found === expected) return;
  throw new Error(
    `The edit "${edit}" of ajv's code matched ${found} times instead of ${expected}. Was ajv upgraded? Adapt generators/validator/src/edit.`,
  );
}
