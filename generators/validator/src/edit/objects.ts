import { ts } from 'ts-morph';
import { isObjectTest, keyLoop, ownTest, staticName } from './object-shapes.ts';
import type { KeyLoop } from './object-shapes.ts';
import { outLength } from './counters.ts';
import { bare, expectMatches, rewrite, walk } from './syntax.ts';

const { factory } = ts;

/** A name that is read, with the variable that holds its value. */
export interface Reading {
  readonly name: string;
  readonly variable: string;
}

/** The edited function, and the readings of the outermost object. */
export interface ObjectEdit {
  readonly root: ts.FunctionDeclaration;
  readonly outermost: readonly Reading[];
}

/**
 * Makes every object be read once: one loop over its own names puts each declared one into a variable and reports
 * the others. ajv's own code asks for each name up to three times, so that a getter may answer differently each time.
 */
export function editObjects(root: ts.FunctionDeclaration, declared: readonly string[]): ObjectEdit {
  let tests = 0;
  let counter = 0;
  let outermost: readonly Reading[] = [];
  walk(root, (node) => {
    if (ts.isIfStatement(node) && isObjectTest(node.expression) !== undefined) tests += 1;
  });
  let edited = 0;
  const result = rewrite(root, (node) => {
    if (!ts.isIfStatement(node) || !ts.isBlock(node.thenStatement)) return node;
    const object = isObjectTest(node.expression);
    if (object === undefined) return node;
    edited += 1;
    const names = readNames(node.thenStatement, object, object === 'data' ? declared : []);
    const readings = names.map((name): Reading => ({ name, variable: `p${counter++}` }));
    if (object === 'data') outermost = readings;
    return factory.updateIfStatement(
      node,
      node.expression,
      readOnce(node.thenStatement, object, readings),
      node.elseStatement,
    );
  });
  expectMatches('objects', edited, tests);
  return { root: result, outermost };
}

/** Every name that the block asks the object for, in order of first use after those that are declared. */
function readNames(block: ts.Block, object: string, declared: readonly string[]): string[] {
  const names = new Set(declared);
  walk(block, (node) => {
    const name = staticName(node, object);
    if (name !== undefined) names.add(name);
  });
  return [...names];
}

function readOnce(block: ts.Block, object: string, readings: readonly Reading[]): ts.Block {
  const loops = block.statements.map((statement) => keyLoop(statement, object));
  const loop = loops.find((found) => found !== undefined);
  const others = block.statements.filter((_, index) => loops[index] === undefined);
  const variables = new Map(readings.map(({ name, variable }) => [name, variable]));
  const rest = factory.createBlock(others, true);
  const edited = rewrite(rest, (node) => {
    const variable = variables.get(staticName(node, object) ?? '\0');
    if (variable !== undefined) return factory.createIdentifier(variable);
    return withoutOwnTest(node, object);
  });
  if (readings.length === 0 && loop === undefined) return edited;
  return factory.createBlock([...readingLoop(object, readings, loop), ...edited.statements], true);
}

/** `x === undefined || !own(…)` and `x !== undefined && own(…)` lose their second half: the loop reads own names only. */
function withoutOwnTest(node: ts.Node, object: string): ts.Node {
  if (!ts.isBinaryExpression(node)) return node;
  return ownTest(node.right, object) ? bare(node.left) : node;
}

function readingLoop(
  object: string,
  readings: readonly Reading[],
  loop: KeyLoop | undefined,
): ts.Statement[] {
  const key = factory.createIdentifier(loop?.key ?? 'key');
  const source = factory.createIdentifier(object);
  const cases = readings.map(({ name, variable }) =>
    factory.createCaseClause(factory.createStringLiteral(name), [
      assign(variable, factory.createElementAccessExpression(source, key)),
      factory.createBreakStatement(),
    ]),
  );
  const fallback = loop === undefined ? [] : [factory.createDefaultClause([limited(loop.body)])];
  const own = factory.createCallExpression(
    factory.createPropertyAccessExpression(factory.createIdentifier('own'), 'call'),
    undefined,
    [source, key],
  );
  const body = factory.createSwitchStatement(key, factory.createCaseBlock([...cases, ...fallback]));
  const declaration = factory.createVariableDeclaration(key);
  return [
    ...(readings.length === 0 ? [] : [declare(readings.map(({ variable }) => variable))]),
    ...(loop === undefined ? [] : [endMark()]),
    factory.createForInStatement(
      factory.createVariableDeclarationList([declaration], ts.NodeFlags.Const),
      source,
      factory.createBlock([factory.createIfStatement(own, body)], true),
    ),
  ];
}

function assign(variable: string, value: ts.Expression): ts.Statement {
  return factory.createExpressionStatement(
    factory.createAssignment(factory.createIdentifier(variable), value),
  );
}

function declare(names: readonly string[]): ts.Statement {
  const declarations = names.map((name) => factory.createVariableDeclaration(name));
  return factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList(declarations, ts.NodeFlags.Let),
  );
}

/** `const end = out.length + 32;`: undeclared names beyond so many findings are not looked at. */
function endMark(): ts.Statement {
  const sum = factory.createAdd(outLength(), factory.createNumericLiteral(32));
  const declaration = factory.createVariableDeclaration('end', undefined, undefined, sum);
  return factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList([declaration], ts.NodeFlags.Const),
  );
}

function limited(body: ts.Statement): ts.Statement {
  return factory.createIfStatement(
    factory.createLessThan(outLength(), factory.createIdentifier('end')),
    body,
  );
}
