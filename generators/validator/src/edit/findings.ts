import { ts } from 'ts-morph';
import { identifierName } from './syntax.ts';

/** The call `out.add(path, keyword, limit, value)`, as the report edit writes it. */
export interface Finding {
  readonly keyword: string;
  readonly parts: readonly ts.Expression[];
}

/** Reads a statement that only writes down a finding; undefined for any other. */
export function writtenFinding(statement: ts.Statement | undefined): Finding | undefined {
  if (statement === undefined) return undefined;
  if (ts.isBlock(statement))
    return statement.statements.length === 1 ? writtenFinding(statement.statements[0]) : undefined;
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return undefined;
  const { expression: callee, arguments: parts } = statement.expression;
  const keyword = parts[1];
  const isAdd = ts.isPropertyAccessExpression(callee) && identifierName(callee.expression) === 'out';
  return isAdd && keyword !== undefined && ts.isStringLiteral(keyword)
    ? { keyword: keyword.text, parts }
    : undefined;
}
