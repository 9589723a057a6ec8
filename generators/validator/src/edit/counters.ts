import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import type { Edit } from './run.ts';
import { bare, declaredNames, identifierName } from './syntax.ts';

const { factory } = compiler;

/** `out.length`: how many findings there are. It takes the place of ajv's counter. */
export function outLength(): ts.Expression {
  return factory.createPropertyAccessExpression(factory.createIdentifier('out'), 'length');
}

/** Removes ajv's error list and what it answers: the list of findings that the caller gives is both. */
export const listEdit: Edit = {
  name: 'error list',
  expects: isErrorList,
  apply(node, matched) {
    if (!compiler.isBlock(node)) return node;
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
  return compiler.isIdentifier(node) && node.text === 'errors';
}

function isErrorList(node: ts.Node): boolean {
  if (!compiler.isStatement(node)) return false;
  return isResult(node) || declaredNames(node).some((name) => name === 'vErrors' || name === 'errors');
}

/** `validate.errors = …;` and `return errors === 0;` */
function isResult(statement: ts.Statement): boolean {
  if (compiler.isReturnStatement(statement)) return true;
  if (!compiler.isExpressionStatement(statement)) return false;
  const { expression } = statement;
  if (!compiler.isBinaryExpression(expression) || !compiler.isPropertyAccessExpression(expression.left))
    return false;
  return expression.left.name.text === 'errors';
}

/** `if(vErrors !== null){ … vErrors.length = … }`, which follows `errors = _errs1`. */
function isListReset(statement: ts.Statement): boolean {
  if (!compiler.isIfStatement(statement)) return false;
  const condition = bare(statement.expression);
  return compiler.isBinaryExpression(condition) && identifierName(condition.left) === 'vErrors';
}
