import { ts } from 'ts-morph';
import { bare, identifierName } from './syntax.ts';

/** Evaluates a literal or a path such as `schema6.properties.op.enum` to the value that it has in the schema. */
export function evaluate(expression: ts.Expression, scope: ReadonlyMap<string, unknown>): unknown {
  const node = bare(expression);
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isIdentifier(node)) {
    if (scope.has(node.text)) return scope.get(node.text);
    throw unexpected(node);
  }
  if (ts.isPropertyAccessExpression(node)) return member(evaluate(node.expression, scope), node.name.text);
  if (ts.isElementAccessExpression(node)) {
    return member(evaluate(node.expression, scope), String(evaluate(node.argumentExpression, scope)));
  }
  return evaluateToken(node, scope);
}

function evaluateToken(node: ts.Expression, scope: ReadonlyMap<string, unknown>): unknown {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    return -Number(evaluate(node.operand, scope));
  }
  throw unexpected(node);
}

/** An own member only: a schema never has inherited ones. */
function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function unexpected(node: ts.Node): Error {
  const name = identifierName(node) ?? ts.SyntaxKind[node.kind];
  return new Error(`Cannot evaluate ${name} in the code that ajv wrote. Was ajv upgraded?`);
}

/** A JSON value as an expression. Property names are computed, so that `__proto__` is a name like any other. */
export function valueExpression(value: unknown): ts.Expression {
  if (typeof value === 'string') return ts.factory.createStringLiteral(value);
  if (typeof value === 'number') {
    const digits = ts.factory.createNumericLiteral(Math.abs(value));
    return value < 0 ? ts.factory.createPrefixUnaryExpression(ts.SyntaxKind.MinusToken, digits) : digits;
  }
  if (typeof value === 'boolean') return value ? ts.factory.createTrue() : ts.factory.createFalse();
  if (Array.isArray(value)) return ts.factory.createArrayLiteralExpression(value.map(valueExpression));
  if (value === null) return ts.factory.createNull();
  if (value === undefined) return ts.factory.createIdentifier('undefined');
  throw new Error(`Cannot write ${typeof value} as code: only JSON values can stand in a schema.`);
}
