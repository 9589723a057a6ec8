import { ts } from 'ts-morph';
import { expectMatches, identifierName, rewrite, walk } from './syntax.ts';

const { factory } = ts;

/**
 * The same check as `accept(data, keep)`, which stops at the first broken rule and writes nothing down: what valid
 * requests go through, and all that a bundle needs which only asks for yes or no. Undefined for a check with unions or
 * shared checks, which need the list of findings to come to their decision.
 */
export function acceptFunction(check: ts.FunctionDeclaration): ts.FunctionDeclaration | undefined {
  const expected = countPushes(check);
  if (expected === undefined) return undefined;
  let pushes = 0;
  const edited = rewrite(check, (node) => {
    if (!ts.isBlock(node)) return withoutBound(node);
    const statements = node.statements.flatMap((statement) => {
      if (isMark(statement)) return [];
      if (!isPush(statement)) return [statement];
      pushes += 1;
      return [factory.createReturnStatement()];
    });
    return factory.updateBlock(node, statements);
  });
  expectMatches('accept', pushes, expected);
  const parameters = ['data', 'keep'].map((name) =>
    factory.createParameterDeclaration(undefined, undefined, name),
  );
  const accept = factory.createIdentifier('accept');
  return factory.updateFunctionDeclaration(
    edited,
    edited.modifiers,
    undefined,
    accept,
    undefined,
    parameters,
    undefined,
    edited.body,
  );
}

/** How often findings are written down; undefined when the check reads them or passes them on. */
function countPushes(check: ts.FunctionDeclaration): number | undefined {
  let count = 0;
  let reads = false;
  walk(check, (node) => {
    if (ts.isExpressionStatement(node) && isPush(node)) count += 1;
    else if (ts.isCallExpression(node))
      reads ||= node.arguments.some((argument) => identifierName(argument) === 'out');
    else if (ts.isIdentifier(node)) reads ||= node.text.startsWith('_errs');
  });
  return reads ? undefined : count;
}

/** `out.push(…)` */
function isPush(statement: ts.Statement): boolean {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return false;
  const callee = statement.expression.expression;
  return ts.isPropertyAccessExpression(callee) && identifierName(callee.expression) === 'out';
}

/** `const end0 = out.length + 32;` */
function isMark(statement: ts.Statement): boolean {
  if (!ts.isVariableStatement(statement)) return false;
  const [declaration] = statement.declarationList.declarations;
  return (
    declaration?.initializer !== undefined &&
    ts.isBinaryExpression(declaration.initializer) &&
    readsOut(declaration.initializer.left)
  );
}

function withoutBound(node: ts.Node): ts.Node {
  if (ts.isIfStatement(node) && isBound(node.expression)) return node.thenStatement;
  if (ts.isBinaryExpression(node) && isBound(node.right)) return node.left;
  if (ts.isConditionalExpression(node) && readsOut(node.condition)) return node.whenFalse;
  return node;
}

/** `out.length < end0` or `!out.length` */
function isBound(node: ts.Expression): boolean {
  if (ts.isPrefixUnaryExpression(node)) return readsOut(node.operand);
  return ts.isBinaryExpression(node) && readsOut(node.left);
}

/** `out.length` */
function readsOut(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && identifierName(node.expression) === 'out';
}
