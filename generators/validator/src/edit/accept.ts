import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { bare, expectMatches, identifierName, rewrite, walk } from './syntax.ts';

const { factory } = compiler;

/**
 * The same statements as a yes or no: they return false at the first broken rule and write nothing down. It is all that a
 * bundle needs which asks for no more. Undefined for unions and calls of shared checks, which need the list of findings to
 * come to their decision.
 */
export function acceptStatements(statements: readonly ts.Statement[]): readonly ts.Statement[] | undefined {
  const check = factory.createBlock(statements);
  const expected = countFindings(check);
  if (expected === undefined) return undefined;
  let found = 0;
  const edited = rewrite(check, (node) => {
    if (!compiler.isBlock(node)) return withoutBound(node);
    const kept = node.statements.flatMap((statement) => {
      if (isMark(statement)) return [];
      if (!isFinding(statement)) return [statement];
      found += 1;
      return [factory.createReturnStatement(factory.createFalse())];
    });
    return factory.updateBlock(node, kept);
  });
  expectMatches('accept', found, expected);
  return edited.statements;
}

/**
 * Whether the statements return false for `undefined` without being told: `if (typeof p !== "string") return false;` and
 * `if (!(p === "Share" || …)) return false;` do, and so does the `else` of `if (typeof p === "string") …`.
 */
export function refusesUndefined([only, other]: readonly ts.Statement[]): boolean {
  if (only === undefined || other !== undefined || !compiler.isIfStatement(only)) return false;
  const test = bare(only.expression);
  const isNegated =
    compiler.isPrefixUnaryExpression(test) ||
    (compiler.isBinaryExpression(test) &&
      test.operatorToken.kind === compiler.SyntaxKind.ExclamationEqualsEqualsToken);
  return refuses(isNegated ? only.thenStatement : only.elseStatement);
}

/** How often findings are written down; undefined when the check reads them or passes them on. */
function countFindings(check: ts.Block): number | undefined {
  let count = 0;
  let reads = false;
  walk(check, (node) => {
    if (compiler.isExpressionStatement(node) && isFinding(node)) count += 1;
    else if (compiler.isCallExpression(node))
      reads ||= node.arguments.some((argument) => identifierName(argument) === 'out');
    else if (compiler.isIdentifier(node)) reads ||= node.text.startsWith('_errs');
  });
  return reads ? undefined : count;
}

/** `out.add(…)` */
function isFinding(statement: ts.Statement): boolean {
  if (!compiler.isExpressionStatement(statement) || !compiler.isCallExpression(statement.expression))
    return false;
  const callee = statement.expression.expression;
  return compiler.isPropertyAccessExpression(callee) && identifierName(callee.expression) === 'out';
}

/** `const end0 = out.length + 32;` */
function isMark(statement: ts.Statement): boolean {
  if (!compiler.isVariableStatement(statement)) return false;
  const [declaration] = statement.declarationList.declarations;
  return (
    declaration?.initializer !== undefined &&
    compiler.isBinaryExpression(declaration.initializer) &&
    readsOut(declaration.initializer.left)
  );
}

/** `i0 < len0 && out.length < end0` loses its second half. */
function withoutBound(node: ts.Node): ts.Node {
  const isBound =
    compiler.isBinaryExpression(node) && compiler.isBinaryExpression(node.right) && readsOut(node.right.left);
  return isBound ? node.left : node;
}

/** `return false;`, alone in a block. */
function refuses(statement: ts.Statement | undefined): boolean {
  const only = statement !== undefined && compiler.isBlock(statement) ? statement.statements[0] : undefined;
  return (
    only !== undefined &&
    compiler.isReturnStatement(only) &&
    only.expression?.kind === compiler.SyntaxKind.FalseKeyword
  );
}

/** `out.length` */
function readsOut(node: ts.Expression): boolean {
  return compiler.isPropertyAccessExpression(node) && identifierName(node.expression) === 'out';
}
