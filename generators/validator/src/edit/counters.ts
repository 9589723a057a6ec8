import { ts } from 'ts-morph';
import type { Edit } from './run.ts';
import { bare, declaredNames, identifierName } from './syntax.ts';

const { factory } = ts;

/** `out.length`: how many findings there are. It takes the place of ajv's counter. */
export function outLength(): ts.Expression {
  return factory.createPropertyAccessExpression(factory.createIdentifier('out'), 'length');
}

/** Removes ajv's error list and what it answers: the list of findings that the caller gives is both. */
export const listEdit: Edit = {
  name: 'error list',
  expects: isErrorList,
  apply(node, matched) {
    if (!ts.isBlock(node)) return node;
    const kept = node.statements.filter((statement) => {
      if (isErrorList(statement)) matched();
      return !isErrorList(statement) && !isListReset(statement);
    });
    return kept.length === node.statements.length ? node : factory.updateBlock(node, kept);
  },
};

/** Puts `out.length` in the place of ajv's counter. */
export const counterEdit: Edit = {
  name: 'counter',
  expects: isCounter,
  apply(node, matched) {
    if (!isCounter(node)) return node;
    matched();
    return outLength();
  },
};

function isCounter(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'errors';
}

function isErrorList(node: ts.Node): boolean {
  if (!ts.isStatement(node)) return false;
  return isResult(node) || declaredNames(node).some((name) => name === 'vErrors' || name === 'errors');
}

/** `validate.errors = …;` and `return errors === 0;` */
function isResult(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement)) return true;
  if (!ts.isExpressionStatement(statement)) return false;
  const { expression } = statement;
  if (!ts.isBinaryExpression(expression) || !ts.isPropertyAccessExpression(expression.left)) return false;
  return expression.left.name.text === 'errors';
}

/** `if(vErrors !== null){ … vErrors.length = … }`, which follows `errors = _errs1`. */
function isListReset(statement: ts.Statement): boolean {
  if (!ts.isIfStatement(statement)) return false;
  const condition = bare(statement.expression);
  return ts.isBinaryExpression(condition) && identifierName(condition.left) === 'vErrors';
}
