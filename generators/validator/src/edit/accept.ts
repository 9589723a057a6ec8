import { ts } from 'ts-morph';
import { expectMatches, identifierName, rewrite, rewriteBlocks, walk } from './syntax.ts';

const { factory } = ts;

/**
 * The same check as `accept(data, keep)`, which stops at the first broken rule and writes nothing down: what valid
 * requests go through, and all that a bundle needs which only asks for yes or no. Undefined for a check with unions or
 * shared checks, which need the list of findings to come to their decision.
 */
export function acceptFunction(check: ts.FunctionDeclaration): ts.FunctionDeclaration | undefined {
  if (needsFindings(check)) return undefined;
  let pushes = 0;
  const edited = rewriteBlocks(rewrite(check, withoutBound), (statements) =>
    statements
      .filter((statement) => !isMark(statement))
      .map((statement) => {
        if (!isPush(statement)) return statement;
        pushes += 1;
        return factory.createReturnStatement();
      }),
  );
  expectMatches('accept', pushes, countPushes(check));
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

function needsFindings(check: ts.FunctionDeclaration): boolean {
  let found = false;
  walk(check, (node) => {
    const name = identifierName(node) ?? '';
    const passesOn =
      ts.isCallExpression(node) && node.arguments.some((argument) => identifierName(argument) === 'out');
    if (passesOn || /^_errs\d+$/.test(name)) found = true;
  });
  return found;
}

function countPushes(check: ts.FunctionDeclaration): number {
  let count = 0;
  walk(check, (node) => {
    if (ts.isStatement(node) && isPush(node)) count += 1;
  });
  return count;
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
