import { ts } from 'ts-morph';

/** The finding of `out.push([path, keyword, limit, value])`, as the report edit writes it. */
export interface PushedFinding {
  readonly keyword: string;
  readonly array: ts.ArrayLiteralExpression;
}

/** Reads a statement that only pushes a finding; undefined for any other. */
export function pushedFinding(statement: ts.Statement | undefined): PushedFinding | undefined {
  if (statement === undefined) return undefined;
  if (ts.isBlock(statement))
    return statement.statements.length === 1 ? pushedFinding(statement.statements[0]) : undefined;
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return undefined;
  const [array] = statement.expression.arguments;
  const keyword = array !== undefined && ts.isArrayLiteralExpression(array) ? array.elements[1] : undefined;
  if (array === undefined || !ts.isArrayLiteralExpression(array)) return undefined;
  return keyword !== undefined && ts.isStringLiteral(keyword) ? { keyword: keyword.text, array } : undefined;
}
