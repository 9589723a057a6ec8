import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { writtenFinding } from './findings.ts';
import type { Edit } from './run.ts';

const { factory } = compiler;
const unionKeywords = new Set(['anyOf', 'oneOf']);

/**
 * Where no member of a union matches, ajv adds one error after those of every member. The support function
 * `closeUnion` keeps what is of use: the errors of the members that the value was meant to be.
 */
export const unionEdit: Edit = {
  name: 'unions',
  expects: (node) =>
    compiler.isExpressionStatement(node) && unionKeywords.has(writtenFinding(node)?.keyword ?? ''),
  apply(node, matched) {
    const edited = compiler.isIfStatement(node) ? closeUnion(node) : undefined;
    if (edited !== undefined) matched();
    return edited ?? node;
  },
};

function closeUnion(node: ts.IfStatement): ts.IfStatement | undefined {
  const finding = writtenFinding(node.thenStatement);
  if (finding === undefined || !unionKeywords.has(finding.keyword)) return undefined;
  const call = factory.createCallExpression(factory.createIdentifier('closeUnion'), undefined, [
    factory.createIdentifier('out'),
    startOf(node.elseStatement),
    ...finding.parts,
  ]);
  return factory.updateIfStatement(
    node,
    node.expression,
    factory.createExpressionStatement(call),
    node.elseStatement,
  );
}

/** `_errs1` of `else { out.length = _errs1 }`: how many findings there were before the union. */
function startOf(otherwise: ts.Statement | undefined): ts.Expression {
  const reset = otherwise !== undefined && compiler.isBlock(otherwise) ? otherwise.statements[0] : otherwise;
  if (
    reset !== undefined &&
    compiler.isExpressionStatement(reset) &&
    compiler.isBinaryExpression(reset.expression)
  ) {
    return reset.expression.right;
  }
  throw new Error(
    'Cannot read how ajv closes a union. Was ajv upgraded? Adapt generators/validator/src/edit/unions.ts.',
  );
}
