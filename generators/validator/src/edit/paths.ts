import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { bare, identifierName } from './syntax.ts';

/**
 * Turns ajv's `instancePath+"/ImageIds/" + i0` into the array `["ImageIds", i0]`: indices stay numbers, and the
 * text of a pointer is made only when somebody reads it. It begins with the `parameter`, or in a shared function
 * with the caller's path.
 */
export function pathExpression(
  expression: ts.Expression,
  parameter: string | undefined,
  last: readonly ts.Expression[] = [],
): ts.ArrayLiteralExpression {
  const elements: ts.Expression[] = [
    parameter === undefined
      ? compiler.factory.createSpreadElement(compiler.factory.createIdentifier('path'))
      : compiler.factory.createStringLiteral(parameter),
  ];
  let open: string | undefined;
  for (const part of flatten(expression)) {
    if (compiler.isStringLiteral(part)) {
      const [, ...names] = part.text.split('/');
      if (open !== undefined) elements.push(name(open));
      open = names.pop();
      elements.push(...names.map(name));
    } else if (identifierName(part) !== 'instancePath') {
      open = undefined;
      elements.push(dynamicPart(part));
    }
  }
  if (open !== undefined) elements.push(name(open));
  return compiler.factory.createArrayLiteralExpression([...elements, ...last]);
}

/**
 * The place of a finding without a list where it needs none: `["ImageId"]` is `"ImageId"`, and `["ImageIds", i0]` is
 * `"ImageIds"` and, as the last of what is written down, `i0`.
 */
export function placeExpression(path: ts.ArrayLiteralExpression): {
  readonly place: ts.Expression;
  readonly index?: ts.Expression;
} {
  const [place, index, other] = path.elements;
  if (place === undefined || other !== undefined || !compiler.isStringLiteral(place)) return { place: path };
  if (index === undefined) return { place };
  return /^i\d+$/.test(identifierName(index) ?? '') ? { place, index } : { place: path };
}

/** Operands of `a + b + c`, left to right. */
function flatten(expression: ts.Expression): ts.Expression[] {
  const node = bare(expression);
  if (compiler.isBinaryExpression(node) && node.operatorToken.kind === compiler.SyntaxKind.PlusToken) {
    return [...flatten(node.left), ...flatten(node.right)];
  }
  return [node];
}

function name(escaped: string): ts.Expression {
  return compiler.factory.createStringLiteral(escaped.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** `i0` stays; `key0.replace(…).replace(…)` is `key0` in an array. */
function dynamicPart(part: ts.Expression): ts.Expression {
  if (compiler.isCallExpression(part) && compiler.isPropertyAccessExpression(part.expression)) {
    return dynamicPart(part.expression.expression);
  }
  if (compiler.isIdentifier(part)) return part;
  throw new Error('Cannot read a path in the code that ajv wrote. Was ajv upgraded?');
}
