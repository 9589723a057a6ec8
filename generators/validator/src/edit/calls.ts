import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { pathExpression } from './paths.ts';
import type { Edit } from './run.ts';
import { identifierName } from './syntax.ts';

const { factory } = compiler;

/** What the call edit needs: the new name of each function that ajv named, and the parameter that is checked. */
export interface CallContext {
  /** `validate22` → `checkNode`. */
  readonly functionNames: ReadonlyMap<string, string>;
  /** `wrapper0` → `validate22`. */
  readonly wrappers: ReadonlyMap<string, string>;
  readonly parameter: string | undefined;
}

/** Rewrites `if(!(validate22(data, {instancePath: …}))){ merge errors }` to `checkNode(data, out, path)`. */
export function callEdit(context: CallContext): Edit {
  return {
    name: 'calls',
    expects: (node) => callOf(node, context) !== undefined,
    apply(node, matched) {
      const call = compiler.isIfStatement(node) ? negated(node.expression, context) : undefined;
      if (call === undefined) return node;
      matched();
      return rewrittenCall(call, context);
    },
  };
}

function callOf(node: ts.Node, context: CallContext): ts.CallExpression | undefined {
  return compiler.isCallExpression(node) && newName(node, context) !== undefined ? node : undefined;
}

/** What `validate22(…)` or `wrapper0.validate(…)` calls. */
function newName(
  { expression }: ts.CallExpression,
  { functionNames, wrappers }: CallContext,
): string | undefined {
  const direct = functionNames.get(identifierName(expression) ?? '');
  if (direct !== undefined || !compiler.isPropertyAccessExpression(expression)) return direct;
  return functionNames.get(wrappers.get(identifierName(expression.expression) ?? '') ?? '');
}

function negated(condition: ts.Expression, context: CallContext): ts.CallExpression | undefined {
  if (compiler.isParenthesizedExpression(condition)) return negated(condition.expression, context);
  if (!compiler.isPrefixUnaryExpression(condition)) return undefined;
  const operand = compiler.isParenthesizedExpression(condition.operand)
    ? condition.operand.expression
    : condition.operand;
  return callOf(operand, context);
}

function rewrittenCall(call: ts.CallExpression, context: CallContext): ts.Statement {
  const [data, options] = call.arguments;
  const name = newName(call, context);
  if (
    data === undefined ||
    options === undefined ||
    name === undefined ||
    !compiler.isObjectLiteralExpression(options)
  ) {
    throw new Error('Cannot read a call between functions that ajv wrote. Was ajv upgraded?');
  }
  const given = options.properties.find((property) => identifierName(property.name) === 'instancePath');
  const path =
    given !== undefined && compiler.isPropertyAssignment(given)
      ? given.initializer
      : factory.createIdentifier('instancePath');
  return factory.createExpressionStatement(
    factory.createCallExpression(factory.createIdentifier(name), undefined, [
      data,
      factory.createIdentifier('out'),
      pathExpression(path, context.parameter),
    ]),
  );
}
