import { ts } from 'ts-morph';
import { bare, declaredNames, expectMatches, identifierName, rewrite, rewriteBlocks } from './syntax.ts';

const { factory } = ts;

/** `out.length`: how many findings there are. It takes the place of ajv's counter. */
export function outLength(): ts.Expression {
  return factory.createPropertyAccessExpression(factory.createIdentifier('out'), 'length');
}

/** Removes ajv's error list and counter: the list of findings that the caller gives is both. */
export function editCounters(root: ts.FunctionDeclaration): ts.FunctionDeclaration {
  let declarations = 0;
  let results = 0;
  const cleaned = rewriteBlocks(root, (statements) =>
    statements.filter((statement) => {
      if (declaredNames(statement).some((name) => name === 'vErrors' || name === 'errors')) {
        declarations += 1;
        return false;
      }
      if (isResult(statement)) {
        results += 1;
        return false;
      }
      return !isListReset(statement);
    }),
  );
  expectMatches('counters', declarations, 2);
  expectMatches('result', results, 2);
  return rewrite(cleaned, (node) => (identifierName(node) === 'errors' ? outLength() : node));
}

/** `validate.errors = vErrors;` and `return errors === 0;` */
function isResult(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement)) return true;
  if (!ts.isExpressionStatement(statement)) return false;
  const { expression } = statement;
  return ts.isBinaryExpression(expression) && identifierName(expression.right) === 'vErrors';
}

/** `if(vErrors !== null){ … vErrors.length = … }`, which follows `errors = _errs1`. */
function isListReset(statement: ts.Statement): boolean {
  if (!ts.isIfStatement(statement)) return false;
  const condition = bare(statement.expression);
  return ts.isBinaryExpression(condition) && identifierName(condition.left) === 'vErrors';
}
