import { ts } from 'ts-morph';

/** The name that no emitted code uses by itself. Where it is code, a text of the spec has become code. */
export const canary = 'canaryOfTheSpec';

/**
 * What is wrong with an emitted file: it cannot be parsed, or a text of the spec stands in it as something else than a text, a comment or
 * the name of a property.
 */
export function escapedTexts(path: string, content: string): readonly string[] {
  if (!content.includes(canary)) return [];
  const file = ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true);
  const { parseDiagnostics = [] } = file as unknown as { parseDiagnostics?: readonly ts.Diagnostic[] };
  const found = parseDiagnostics.map(
    ({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === canary)
      found.push(`${path}: ${node.parent.getText().slice(0, 200)}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
