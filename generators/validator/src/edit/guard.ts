import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { identifierName } from './syntax.ts';

/** Everything that a check may use besides its parameters and its own variables. */
const globals = new Set(['Array', 'Object', 'Number', 'isFinite', 'isNaN', 'parseInt', 'undefined']);

/**
 * Fails generation when the edited function refers to anything else: `require`, `eval`, `Function`, ajv's helpers or
 * a schema object. Since every identifier must be known, no text of a spec can have become code either.
 * Answers which of the `callable` functions it uses.
 */
export function guard(
  roots: readonly ts.Statement[],
  callable: ReadonlySet<string>,
  constants: Iterable<string>,
): readonly string[] {
  const own = new Set(constants);
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (compiler.isImportDeclaration(node) || node.kind === compiler.SyntaxKind.ImportKeyword)
      throw left('import');
    const declares =
      compiler.isParameter(node) ||
      compiler.isVariableDeclaration(node) ||
      compiler.isFunctionDeclaration(node);
    if (declares) own.add(identifierName(node.name) ?? '');
    else if (compiler.isIdentifier(node)) used.add(node.text);
    compiler.forEachChild(node, (child) => {
      // The name of a member is not a reference.
      const isMember = compiler.isPropertyAccessExpression(node) || compiler.isPropertyAssignment(node);
      if (!isMember || child !== node.name) visit(child);
    });
  };
  roots.forEach(visit);
  const unknown = [...used].find((name) => !own.has(name) && !globals.has(name) && !callable.has(name));
  if (unknown !== undefined) throw left(unknown);
  return [...used].filter((name) => callable.has(name) && !own.has(name)).toSorted();
}

function left(name: string): Error {
  return new Error(
    `The emitted check still refers to "${name}", which it must not. Was ajv upgraded? Adapt generators/validator/src/edit.`,
  );
}
