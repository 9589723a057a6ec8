import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import type { CompiledFunction } from '../compile.ts';
import { fasterPattern } from './patterns.ts';
import type { Edit } from './run.ts';
import { bare, identifierName } from './syntax.ts';

const { factory } = compiler;

/** The edits, and the patterns that they meet, by the name that they give them. */
export interface HelperEdits {
  readonly edits: readonly Edit[];
  readonly patterns: ReadonlyMap<string, RegExp>;
}

/**
 * Replaces what ajv would load from its own package by functions of the validator package, and names patterns by
 * their order and their `owner`, so that no other pattern changes anything here.
 */
export function helperEdits(compiled: CompiledFunction, owner: string): HelperEdits {
  const patterns = new Map<string, RegExp>();
  const names = new Map(compiled.helpers);
  const nameEdit: Edit = {
    name: 'helpers',
    expects: (node) => isHelper(node, compiled),
    apply(node, matched) {
      if (!compiler.isIdentifier(node) || !isHelper(node, compiled)) return node;
      const pattern = compiled.scope.get(node.text);
      if (pattern instanceof RegExp && !names.has(node.text)) {
        const name = `pattern${patterns.size}_${owner}`;
        names.set(node.text, name);
        patterns.set(name, fasterPattern(pattern));
      }
      matched();
      return factory.createIdentifier(names.get(node.text) ?? node.text);
    },
  };
  return { edits: [nameEdit, lengthEdit(compiled)], patterns };
}

function isHelper(node: ts.Node, { helpers, scope }: CompiledFunction): boolean {
  if (!compiler.isIdentifier(node)) return false;
  return (
    helpers.has(node.text) || (node.text.startsWith('pattern') && scope.get(node.text) instanceof RegExp)
  );
}

/** Runs after the names are edited, so it looks for `codePoints`. */
function lengthEdit(compiled: CompiledFunction): Edit {
  const isCount = (node: ts.Node): boolean =>
    compiled.helpers.get(identifierName(node) ?? '') === 'codePoints';
  return {
    name: 'lengths',
    expects: isCount,
    apply(node, matched) {
      if (!compiler.isBinaryExpression(node) || !compiler.isCallExpression(node.left)) return node;
      if (identifierName(node.left.expression) !== 'codePoints') return node;
      matched();
      return lengthTest(node, node.left);
    },
  };
}

/**
 * `codePoints(x) > 64` → `x.length > 64 && codePoints(x) > 64`: a text of n UTF-16 units has at most n characters and
 * at least n/2, so that nearly no text needs counting.
 */
function lengthTest(node: ts.BinaryExpression, count: ts.CallExpression): ts.Expression {
  const [text] = count.arguments;
  const limit = bare(node.right);
  if (text === undefined || !compiler.isNumericLiteral(limit))
    throw new Error('Cannot read a length test that ajv wrote.');
  const units = factory.createPropertyAccessExpression(text, 'length');
  if (node.operatorToken.kind === compiler.SyntaxKind.GreaterThanToken) {
    return factory.createLogicalAnd(factory.createGreaterThan(units, limit), node);
  }
  if (Number(limit.text) <= 1) return factory.createLessThan(units, limit);
  const enough = factory.createNumericLiteral(2 * Number(limit.text) - 1);
  return factory.createLogicalAnd(factory.createLessThan(units, enough), node);
}
