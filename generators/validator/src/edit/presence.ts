import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { writtenFinding } from './findings.ts';
import { bare, identifierName } from './syntax.ts';

const { factory } = compiler;

/** Joins `if (p0 === undefined) { required }` with the later `if (p0 !== undefined) { checks }` to one `if … else`. */
export function joinPresence(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  const missing = new Map<string, ts.IfStatement>();
  for (const statement of statements) {
    const name = comparedName(statement, compiler.SyntaxKind.EqualsEqualsEqualsToken);
    const isMissing =
      compiler.isIfStatement(statement) && writtenFinding(statement.thenStatement)?.keyword === 'required';
    if (name !== undefined && isMissing) missing.set(name, statement);
  }
  const present = new Set(statements.flatMap((each) => presentName(each) ?? []));
  return statements.flatMap((statement) => {
    const absent = comparedName(statement, compiler.SyntaxKind.EqualsEqualsEqualsToken);
    if (absent !== undefined && missing.get(absent) === statement && present.has(absent)) return [];
    const report = missing.get(presentName(statement) ?? '');
    if (report === undefined || !compiler.isIfStatement(statement)) return [statement];
    return [
      factory.updateIfStatement(report, report.expression, report.thenStatement, statement.thenStatement),
    ];
  });
}

function presentName(statement: ts.Statement): string | undefined {
  return comparedName(statement, compiler.SyntaxKind.ExclamationEqualsEqualsToken);
}

/** `p0` of an `if (p0 === undefined)` without `else`. */
function comparedName(statement: ts.Statement, operator: ts.SyntaxKind): string | undefined {
  if (!compiler.isIfStatement(statement) || statement.elseStatement !== undefined) return undefined;
  const condition = bare(statement.expression);
  if (!compiler.isBinaryExpression(condition) || condition.operatorToken.kind !== operator) return undefined;
  if (identifierName(condition.right) !== 'undefined') return undefined;
  const name = identifierName(bare(condition.left));
  return name !== undefined && /^p\d+$/.test(name) ? name : undefined;
}
