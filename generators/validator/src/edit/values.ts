import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { bare, identifierName } from './syntax.ts';

/** Evaluates a literal or a path such as `schema6.properties.op.enum` to the value that it has in the schema. */
export function evaluate(expression: ts.Expression, scope: ReadonlyMap<string, unknown>): unknown {
  const node = bare(expression);
  if (compiler.isStringLiteral(node)) return node.text;
  if (compiler.isNumericLiteral(node)) return Number(node.text);
  if (compiler.isIdentifier(node)) {
    if (scope.has(node.text)) return scope.get(node.text);
    throw unexpected(node);
  }
  if (compiler.isPropertyAccessExpression(node))
    return member(evaluate(node.expression, scope), node.name.text);
  if (compiler.isElementAccessExpression(node)) {
    return member(evaluate(node.expression, scope), String(evaluate(node.argumentExpression, scope)));
  }
  return evaluateToken(node, scope);
}

function evaluateToken(node: ts.Expression, scope: ReadonlyMap<string, unknown>): unknown {
  if (node.kind === compiler.SyntaxKind.TrueKeyword) return true;
  if (node.kind === compiler.SyntaxKind.FalseKeyword) return false;
  if (node.kind === compiler.SyntaxKind.NullKeyword) return null;
  if (compiler.isPrefixUnaryExpression(node) && node.operator === compiler.SyntaxKind.MinusToken) {
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
  const name = identifierName(node) ?? compiler.SyntaxKind[node.kind];
  return new Error(`Cannot evaluate ${name} in the code that ajv wrote. Was ajv upgraded?`);
}

/** A JSON value as an expression. Property names are computed, so that `__proto__` is a name like any other. */
export function valueExpression(value: unknown): ts.Expression {
  if (typeof value === 'string') return compiler.factory.createStringLiteral(value);
  if (typeof value === 'number') {
    const digits = compiler.factory.createNumericLiteral(Math.abs(value));
    return value < 0
      ? compiler.factory.createPrefixUnaryExpression(compiler.SyntaxKind.MinusToken, digits)
      : digits;
  }
  if (typeof value === 'boolean')
    return value ? compiler.factory.createTrue() : compiler.factory.createFalse();
  if (Array.isArray(value)) return compiler.factory.createArrayLiteralExpression(value.map(valueExpression));
  if (value === null) return compiler.factory.createNull();
  if (value === undefined) return compiler.factory.createIdentifier('undefined');
  throw new Error(`Cannot write ${typeof value} as code: only JSON values can stand in a schema.`);
}
