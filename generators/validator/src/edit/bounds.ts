import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { outLength } from './counters.ts';
import { writtenFinding } from './findings.ts';
import { declaredNames, identifierName } from './syntax.ts';

const { factory } = compiler;

/** Findings after which the rest of the same value is not looked at: a list that is too long, a text of 20 MB. */
const final = new Set(['maxLength', 'minLength', 'maxItems', 'minItems', 'maxProperties']);

/** Moves what follows such a finding in the same block into its `else`. */
export function bail(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  const index = statements.findIndex(isFinal);
  const statement = statements[index];
  if (statement === undefined || !compiler.isIfStatement(statement)) return statements;
  const rest = statements.slice(index + 1);
  // Bookkeeping of a union around this block has to stay where it is.
  const stop = rest.findIndex((next) => !isCheck(next));
  const moved = bail(stop === -1 ? rest : rest.slice(0, stop));
  if (moved.length === 0) return statements;
  const guarded = factory.updateIfStatement(
    statement,
    statement.expression,
    statement.thenStatement,
    factory.createBlock(moved, true),
  );
  return [...statements.slice(0, index), guarded, ...(stop === -1 ? [] : rest.slice(stop))];
}

function isFinal(statement: ts.Statement): boolean {
  return (
    compiler.isIfStatement(statement) &&
    statement.elseStatement === undefined &&
    final.has(writtenFinding(statement.thenStatement)?.keyword ?? '')
  );
}

function isCheck(statement: ts.Statement): boolean {
  if (compiler.isVariableStatement(statement))
    return !declaredNames(statement).some((name) => /^(_errs|_?valid|passing)\d+$/.test(name));
  return (
    compiler.isIfStatement(statement) ||
    compiler.isForStatement(statement) ||
    compiler.isForInStatement(statement)
  );
}

/**
 * Ends each loop over items after 32 findings of its own. The bound counts from the start of the loop, because within
 * a union the findings of one member must not make the next member look right.
 */
export function boundLoops(statements: readonly ts.Statement[]): readonly ts.Statement[] {
  return statements.flatMap((statement) => {
    const index = compiler.isForStatement(statement) ? indexOf(statement) : undefined;
    if (index === undefined || !compiler.isForStatement(statement) || statement.condition === undefined)
      return [statement];
    const end = factory.createIdentifier(index.replace('i', 'end'));
    const mark = factory.createVariableDeclaration(
      end,
      undefined,
      undefined,
      factory.createAdd(outLength(), factory.createNumericLiteral(32)),
    );
    const condition = factory.createLogicalAnd(statement.condition, factory.createLessThan(outLength(), end));
    return [
      factory.createVariableStatement(
        undefined,
        factory.createVariableDeclarationList([mark], compiler.NodeFlags.Const),
      ),
      factory.updateForStatement(
        statement,
        statement.initializer,
        condition,
        statement.incrementor,
        statement.statement,
      ),
    ];
  });
}

function indexOf(statement: ts.ForStatement): string | undefined {
  const { initializer } = statement;
  if (initializer === undefined || !compiler.isVariableDeclarationList(initializer)) return undefined;
  const name = identifierName(initializer.declarations[0]?.name);
  return name !== undefined && /^i\d+$/.test(name) ? name : undefined;
}
