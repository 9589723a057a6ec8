import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { bare, identifierName } from './syntax.ts';
import { evaluate } from './values.ts';

/** The loop that ajv writes over the names of an object that are not declared. */
export interface KeyLoop {
  readonly key: string;
  /** The names that are declared. */
  readonly declared: readonly string[];
  /** What is done with an undeclared name. */
  readonly body: ts.Statement;
}

/** Variable of `x && typeof x == "object" && !Array.isArray(x)`, or undefined for any other condition. */
export function isObjectTest(condition: ts.Expression): string | undefined {
  const outer = bare(condition);
  if (!isBinary(outer, compiler.SyntaxKind.AmpersandAmpersandToken)) return undefined;
  const inner = bare(outer.left);
  if (!isBinary(inner, compiler.SyntaxKind.AmpersandAmpersandToken)) return undefined;
  const typeTest = bare(inner.right);
  if (
    !isBinary(typeTest, compiler.SyntaxKind.EqualsEqualsToken) ||
    !compiler.isTypeOfExpression(bare(typeTest.left))
  )
    return undefined;
  const { right } = typeTest;
  return compiler.isStringLiteral(right) && right.text === 'object'
    ? identifierName(bare(inner.left))
    : undefined;
}

/** Name read by `object.name` or `object["name"]`. */
export function staticName(node: ts.Node, object: string): string | undefined {
  if (compiler.isPropertyAccessExpression(node)) {
    return identifierName(node.expression) === object ? node.name.text : undefined;
  }
  if (!compiler.isElementAccessExpression(node) || !compiler.isStringLiteral(node.argumentExpression))
    return undefined;
  return identifierName(node.expression) === object ? node.argumentExpression.text : undefined;
}

/** Whether this is `func0.call(object, "name")` or its negation: ajv's test for an own property. */
export function ownTest(node: ts.Expression, object: string): boolean {
  const expression = bare(node);
  if (compiler.isPrefixUnaryExpression(expression)) return ownTest(expression.operand, object);
  if (!compiler.isCallExpression(expression) || !compiler.isPropertyAccessExpression(expression.expression))
    return false;
  const [target] = expression.arguments;
  return expression.expression.name.text === 'call' && identifierName(target) === object;
}

/** The loop `for(const key0 of Object.keys(object))`, split into its key and what it does with undeclared names. */
export function keyLoop(
  statement: ts.Statement,
  object: string,
  scope: ReadonlyMap<string, unknown>,
): KeyLoop | undefined {
  if (!compiler.isForOfStatement(statement) || !compiler.isCallExpression(statement.expression))
    return undefined;
  const [target] = statement.expression.arguments;
  const { initializer } = statement;
  if (identifierName(target) !== object || !compiler.isVariableDeclarationList(initializer)) return undefined;
  const key = identifierName(initializer.declarations[0]?.name);
  return key === undefined ? undefined : { key, ...splitBody(statement.statement, key, scope) };
}

/** ajv wraps the body in `if(!(key0 === "a" || …))` when the object declares names. */
function splitBody(
  body: ts.Statement,
  key: string,
  scope: ReadonlyMap<string, unknown>,
): Omit<KeyLoop, 'key'> {
  const whole = { body, declared: [] };
  const [only, more] = compiler.isBlock(body) ? body.statements : [body];
  if (
    only === undefined ||
    more !== undefined ||
    !compiler.isIfStatement(only) ||
    only.elseStatement !== undefined
  )
    return whole;
  const condition = bare(only.expression);
  if (
    !compiler.isPrefixUnaryExpression(condition) ||
    condition.operator !== compiler.SyntaxKind.ExclamationToken
  )
    return whole;
  const declared = comparedNames(condition.operand, key, scope);
  return declared === undefined ? whole : { body: only.thenStatement, declared };
}

/** Names in `(key0 === "a") || (key0 === "b")`, or undefined when the expression is anything else. */
function comparedNames(
  node: ts.Expression,
  key: string,
  scope: ReadonlyMap<string, unknown>,
): string[] | undefined {
  const expression = bare(node);
  if (compiler.isCallExpression(expression)) {
    // `func0.call(schema6.properties, key0)`, when there are many names.
    const [target, name] = expression.arguments;
    if (target === undefined || identifierName(name) !== key) return undefined;
    return Object.keys(evaluate(target, scope) as object);
  }
  if (!compiler.isBinaryExpression(expression)) return undefined;
  if (expression.operatorToken.kind === compiler.SyntaxKind.BarBarToken) {
    const left = comparedNames(expression.left, key, scope);
    const right = comparedNames(expression.right, key, scope);
    return left === undefined || right === undefined ? undefined : [...left, ...right];
  }
  const { left, right } = expression;
  return identifierName(left) === key && compiler.isStringLiteral(right) ? [right.text] : undefined;
}

function isBinary(node: ts.Node, operator: ts.SyntaxKind): node is ts.BinaryExpression {
  return compiler.isBinaryExpression(node) && node.operatorToken.kind === operator;
}
