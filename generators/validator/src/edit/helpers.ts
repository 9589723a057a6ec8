import { ts } from 'ts-morph';
import type { CompiledFunction } from '../compile.ts';
import { bare, expectMatches, identifierName, rewrite, walk } from './syntax.ts';

const { factory } = ts;

/** The edited function, and the patterns that it uses, by the name that it gives them. */
export interface HelperEdit {
  readonly root: ts.FunctionDeclaration;
  readonly patterns: ReadonlyMap<string, RegExp>;
}

/**
 * Replaces what ajv would load from its own package by functions of the validator package, and names patterns by
 * their order in this function, so that another operation's pattern changes nothing here.
 */
export function editHelpers(root: ts.FunctionDeclaration, compiled: CompiledFunction): HelperEdit {
  const patterns = new Map<string, RegExp>();
  const names = new Map(compiled.helpers);
  const result = rewrite(editLengths(root, compiled), (node) => {
    const name = identifierName(node);
    if (name === undefined) return node;
    const value = compiled.scope.get(name);
    if (value instanceof RegExp && !names.has(name)) {
      patterns.set(`pattern${patterns.size}`, value);
      names.set(name, `pattern${patterns.size - 1}`);
    }
    const replacement = names.get(name);
    return replacement === undefined ? node : factory.createIdentifier(replacement);
  });
  return { root: result, patterns };
}

function editLengths(root: ts.FunctionDeclaration, compiled: CompiledFunction): ts.FunctionDeclaration {
  let expected = 0;
  let found = 0;
  const isCount = (node: ts.Node | undefined): boolean =>
    compiled.helpers.get(identifierName(node) ?? '') === 'codePoints';
  walk(root, (node) => {
    if (isCount(node)) expected += 1;
  });
  const result = rewrite(root, (node) => {
    if (!ts.isBinaryExpression(node) || !ts.isCallExpression(node.left) || !isCount(node.left.expression))
      return node;
    found += 1;
    return lengthTest(node, node.left);
  });
  expectMatches('lengths', found, expected);
  return result;
}

/**
 * `codePoints(x) > 64` → `x.length > 64 && codePoints(x) > 64`: a text of n UTF-16 units has at most n characters and
 * at least n/2, so that nearly no text needs counting.
 */
function lengthTest(node: ts.BinaryExpression, count: ts.CallExpression): ts.Expression {
  const [text] = count.arguments;
  const limit = bare(node.right);
  if (text === undefined || !ts.isNumericLiteral(limit))
    throw new Error('Cannot read a length test that ajv wrote.');
  const units = factory.createPropertyAccessExpression(text, 'length');
  if (node.operatorToken.kind === ts.SyntaxKind.GreaterThanToken) {
    return factory.createLogicalAnd(factory.createGreaterThan(units, limit), node);
  }
  if (Number(limit.text) <= 1) return factory.createLessThan(units, limit);
  const enough = factory.createNumericLiteral(2 * Number(limit.text) - 1);
  return factory.createLogicalAnd(factory.createLessThan(units, enough), node);
}
