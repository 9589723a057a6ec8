import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { identifierName, rewrite, walk } from './syntax.ts';

const { factory } = compiler;

/** Drops `let data0 = p1;` and calls the value `p1` throughout: ajv's names are unique in a function. */
export function editAliases(root: ts.FunctionDeclaration): ts.FunctionDeclaration {
  const aliases = new Map<string, string>();
  walk(root, (node) => {
    const alias = aliasOf(node);
    if (alias !== undefined) aliases.set(alias.name, alias.target);
  });
  if (aliases.size === 0) return root;
  return rewrite(root, (node) => {
    if (compiler.isBlock(node)) {
      const kept = node.statements.filter((statement) => aliasOf(statement) === undefined);
      return kept.length === node.statements.length ? node : factory.updateBlock(node, kept);
    }
    // The declaration itself keeps its name, or its block would no longer know it.
    return compiler.isIdentifier(node) && aliases.has(node.text)
      ? factory.createIdentifier(aliases.get(node.text) ?? '')
      : node;
  });
}

function aliasOf(node: ts.Node): { readonly name: string; readonly target: string } | undefined {
  if (!compiler.isVariableStatement(node)) return undefined;
  const [declaration, other] = node.declarationList.declarations;
  const name = identifierName(declaration?.name);
  const target = identifierName(declaration?.initializer);
  const isAlias = other === undefined && /^(data|p)\d+$/.test(name ?? '') && /^p\d+$/.test(target ?? '');
  return isAlias && name !== undefined && target !== undefined ? { name, target } : undefined;
}
