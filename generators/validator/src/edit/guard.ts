import { ts } from 'ts-morph';
import { declaredNames, identifierName, walk } from './syntax.ts';

/** Everything that a check may use besides its parameters and its own variables. */
const globals = new Set(['Array', 'Object', 'Number', 'isFinite', 'isNaN', 'parseInt', 'undefined']);

/**
 * Fails generation when the edited function refers to anything else: `require`, `eval`, `Function`, ajv's helpers or
 * a schema object. Since every identifier must be known, no text of a spec can have become code either.
 */
export function guard(root: ts.FunctionDeclaration, known: Iterable<string>): void {
  const allowed = new Set([...globals, ...known]);
  walk(root, (node) => {
    if (ts.isParameter(node) || ts.isVariableDeclaration(node)) allowed.add(identifierName(node.name) ?? '');
    if (ts.isStatement(node)) for (const name of declaredNames(node)) allowed.add(name);
  });
  if (root.name !== undefined) allowed.add(root.name.text);
  checkIdentifiers(root, allowed);
}

function checkIdentifiers(node: ts.Node, allowed: ReadonlySet<string>): void {
  if (ts.isImportDeclaration(node) || node.kind === ts.SyntaxKind.ImportKeyword) throw left('import');
  if (ts.isIdentifier(node) && !allowed.has(node.text)) throw left(node.text);
  ts.forEachChild(node, (child) => {
    // The name of a member is not a reference.
    if ((ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node)) && child === node.name) return;
    checkIdentifiers(child, allowed);
  });
}

function left(name: string): Error {
  return new Error(
    `The emitted check still refers to "${name}", which it must not. Was ajv upgraded? Adapt generators/validator/src/edit.`,
  );
}
