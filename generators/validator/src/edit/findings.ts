import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { identifierName } from './syntax.ts';

/** The call `out.add(place, keyword, limit, value, index)`, as the report edit writes it. */
export interface Finding {
  readonly keyword: string;
  readonly parts: readonly ts.Expression[];
}

/** Reads a statement that only writes down a finding; undefined for any other. */
export function writtenFinding(statement: ts.Statement | undefined): Finding | undefined {
  if (statement === undefined) return undefined;
  if (compiler.isBlock(statement))
    return statement.statements.length === 1 ? writtenFinding(statement.statements[0]) : undefined;
  if (!compiler.isExpressionStatement(statement) || !compiler.isCallExpression(statement.expression))
    return undefined;
  const { expression: callee, arguments: parts } = statement.expression;
  const keyword = parts[1];
  const isAdd = compiler.isPropertyAccessExpression(callee) && identifierName(callee.expression) === 'out';
  return isAdd && keyword !== undefined && compiler.isStringLiteral(keyword)
    ? { keyword: keyword.text, parts }
    : undefined;
}
