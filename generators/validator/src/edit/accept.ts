import { ts } from 'ts-morph';
import { bare, expectMatches, identifierName, parseFunction, rewrite, walk } from './syntax.ts';

const { factory } = ts;

/**
 * The same check as a yes or no: `is(data)`, which stops at the first broken rule, writes nothing down and copies nothing.
 * It is all that a bundle needs which asks for no more. A check with unions or shared checks needs the list of findings to
 * come to its decision, so that its `is` calls it.
 */
export function acceptFunction(check: ts.FunctionDeclaration): ts.FunctionDeclaration {
  const expected = countFindings(check);
  if (expected === undefined) return parseFunction(throughCheck);
  let found = 0;
  const edited = rewrite(check, (node) => {
    if (ts.isIfStatement(node)) return withoutPresence(node);
    if (!ts.isBlock(node)) return withoutBound(node);
    const statements = node.statements.flatMap((statement) => {
      if (isMark(statement) || isKept(statement)) return [];
      if (ts.isReturnStatement(statement)) return [answer(true)];
      if (!isFinding(statement)) return [statement];
      found += 1;
      return [answer(false)];
    });
    return factory.updateBlock(node, statements);
  });
  expectMatches('accept', found, expected);
  const [frame] = parseFunction(throughCheck).body?.statements ?? [];
  if (frame === undefined || !ts.isTryStatement(frame) || edited.body === undefined)
    throw new Error('Expected a try statement around the guard.');
  const guarded = factory.updateTryStatement(frame, edited.body, frame.catchClause, undefined);
  return factory.updateFunctionDeclaration(
    edited,
    edited.modifiers,
    undefined,
    factory.createIdentifier('is'),
    undefined,
    edited.parameters.slice(0, 1),
    undefined,
    factory.createBlock([guarded], true),
  );
}

const throughCheck =
  'export function is(data) { try { return check(data, false, counter()) !== undefined; } catch { return false; } }';

/** How often findings are written down; undefined when the check reads them or passes them on. */
function countFindings(check: ts.FunctionDeclaration): number | undefined {
  let count = 0;
  let reads = false;
  walk(check, (node) => {
    if (ts.isExpressionStatement(node) && isFinding(node)) count += 1;
    else if (ts.isCallExpression(node))
      reads ||= node.arguments.some((argument) => identifierName(argument) === 'out');
    else if (ts.isIdentifier(node)) reads ||= node.text.startsWith('_errs');
  });
  return reads ? undefined : count;
}

function answer(value: boolean): ts.Statement {
  return factory.createReturnStatement(value ? factory.createTrue() : factory.createFalse());
}

/** `out.add(…)` */
function isFinding(statement: ts.Statement): boolean {
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

/** `if (keep && …) { data = … }` */
function isKept(statement: ts.Statement): boolean {
  if (!ts.isIfStatement(statement) || !ts.isBinaryExpression(statement.expression)) return false;
  return identifierName(statement.expression.left) === 'keep';
}

/** `… && out.length < end0` and `keep ? … : …` lose the part that is about findings or copies. */
function withoutBound(node: ts.Node): ts.Node {
  if (ts.isBinaryExpression(node) && ts.isBinaryExpression(node.right) && readsOut(node.right.left))
    return node.left;
  const isChoice = ts.isConditionalExpression(node) && identifierName(node.condition) === 'keep';
  return isChoice ? node.whenFalse : node;
}

/** `if (p0 === undefined) return false; else …` loses its test where what follows refuses `undefined` too. */
function withoutPresence(node: ts.IfStatement): ts.Statement {
  const { expression: condition, thenStatement, elseStatement } = node;
  const isPresence =
    ts.isBinaryExpression(condition) &&
    identifierName(condition.right) === 'undefined' &&
    refuses(thenStatement);
  const [only, other] =
    elseStatement !== undefined && ts.isBlock(elseStatement) ? elseStatement.statements : [];
  if (!isPresence || only === undefined || other !== undefined || !ts.isIfStatement(only)) return node;
  const test = bare(only.expression);
  // `typeof p0 !== "string"` and `!(p0 === "Share" || …)` refuse at once, `typeof p0 === "string"` by its `else`.
  const isNegated =
    ts.isPrefixUnaryExpression(test) ||
    (ts.isBinaryExpression(test) && test.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken);
  return refuses(isNegated ? only.thenStatement : only.elseStatement) ? only : node;
}

/** `return false;`, alone in a block. */
function refuses(statement: ts.Statement | undefined): boolean {
  const only = statement !== undefined && ts.isBlock(statement) ? statement.statements[0] : undefined;
  return (
    only !== undefined && ts.isReturnStatement(only) && only.expression?.kind === ts.SyntaxKind.FalseKeyword
  );
}

/** `out.length` */
function readsOut(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && identifierName(node.expression) === 'out';
}
