import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';

/** Parses one function as ajv wrote it. `look` sees each node on the way. */
export function parseFunction(
  code: string,
  look: (node: ts.Node) => void = () => {},
): ts.FunctionDeclaration {
  const file = compiler.createSourceFile(
    'check.js',
    code,
    compiler.ScriptTarget.ES2023,
    false,
    compiler.ScriptKind.JS,
  );
  const [statement] = file.statements;
  if (file.statements.length !== 1 || statement === undefined || !compiler.isFunctionDeclaration(statement)) {
    throw new Error('Expected exactly one function in the code that ajv wrote. Was ajv upgraded?');
  }
  detach(statement, file, look);
  return statement;
}

/** Members of ajv's error objects that say nothing about the value: most of ajv's code, and none of what is made of it. */
const unread = new Set(['schemaPath', 'schema', 'parentSchema']);

/** Whether nothing looks at what is below the node before it is dropped. */
function isUnread(node: ts.Node): boolean {
  return compiler.isPropertyAssignment(node) && unread.has(identifierName(node.name) ?? '');
}

/** What a range is made of: the compiler gives it out to be read only. */
type Range = { -readonly [Key in keyof ts.TextRange]: ts.TextRange[Key] };

/**
 * Takes every node out of its place in the text: printing nodes of different origin would need their texts. In place, since copying
 * a tree takes longer than parsing it.
 */
function detach(node: ts.Node, file: ts.SourceFile, look: (node: ts.Node) => void): void {
  if (isUnread(node)) return;
  look(node);
  // How a number was written is in the text alone.
  if (compiler.isNumericLiteral(node)) node.text = node.getText(file);
  unplace(node);
  compiler.forEachChild(
    node,
    (child) => detach(child, file, look),
    (children) => {
      unplace(children);
      for (const child of children) detach(child, file, look);
    },
  );
}

function unplace(range: Range): void {
  range.pos = -1;
  range.end = -1;
}

/** Replaces nodes from the leaves up: `edit` sees a node whose children are edited, and returns it or its replacement. */
export function rewrite<T extends ts.Node>(root: T, edit: (node: ts.Node) => ts.Node): T {
  const visit = (node: ts.Node): ts.Node =>
    isUnread(node) ? node : edit(compiler.visitEachChild(node, visit, undefined));
  return visit(root) as T;
}

/** Replaces the statements of every block, from the innermost out. */
export function rewriteBlocks<T extends ts.Node>(
  root: T,
  edit: (statements: readonly ts.Statement[]) => readonly ts.Statement[],
): T {
  return rewrite(root, (node) =>
    compiler.isBlock(node) ? compiler.factory.updateBlock(node, edit(node.statements)) : node,
  );
}

/** Calls `visit` on the node and everything below it. */
export function walk(root: ts.Node, visit: (node: ts.Node) => void): void {
  visit(root);
  compiler.forEachChild(root, (child) => walk(child, visit));
}

/** The expression inside any number of parentheses. */
export function bare(node: ts.Expression): ts.Expression {
  return compiler.isParenthesizedExpression(node) ? bare(node.expression) : node;
}

/** Name of an identifier, or undefined for any other node. */
export function identifierName(node: ts.Node | undefined): string | undefined {
  return node !== undefined && compiler.isIdentifier(node) ? node.text : undefined;
}

/** Names declared by `const a = …, b` or nothing. */
export function declaredNames(statement: ts.Statement): string[] {
  if (!compiler.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => identifierName(name) ?? []);
}

/** Fails generation when an edit did not match as often as it must. */
export function expectMatches(edit: string, found: number, expected: number): void {
  if (found === expected) return;
  throw new Error(
    `The edit "${edit}" of ajv's code matched ${found} times instead of ${expected}. Was ajv upgraded? Adapt generators/validator/src/edit.`,
  );
}
