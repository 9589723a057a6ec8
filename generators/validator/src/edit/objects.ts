import { ts } from 'ts-morph';
import { isObjectTest, keyLoop, ownTest, staticName } from './object-shapes.ts';
import type { KeyLoop } from './object-shapes.ts';
import { outLength } from './counters.ts';
import { bare, expectMatches, rewrite, walk } from './syntax.ts';
import { valueExpression } from './values.ts';

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
 * Makes every declared name be read once, into a variable: ajv's own code asks for each up to three times, so that a getter
 * may answer differently each time. `plain` has taken away what is inherited before, so that no name needs a test for that.
 */
export function editObjects(
  root: ts.FunctionDeclaration,
  declared: readonly string[],
  scope: ReadonlyMap<string, unknown>,
): ObjectEdit {
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
      readOnce(node.thenStatement, object, readings, scope),
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

function readOnce(
  block: ts.Block,
  object: string,
  readings: readonly Reading[],
  scope: ReadonlyMap<string, unknown>,
): ts.Block {
  const loops = block.statements.map((statement) => keyLoop(statement, object, scope));
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
  return factory.createBlock([...reading(object, readings, loop), ...edited.statements], true);
}

/** `x === undefined || !own(…)` and `x !== undefined && own(…)` lose their second half: only own names are left. */
function withoutOwnTest(node: ts.Node, object: string): ts.Node {
  if (!ts.isBinaryExpression(node)) return node;
  return ownTest(node.right, object) ? bare(node.left) : node;
}

/** Names that every object inherits. They are asked for with a test of their own. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

function reading(object: string, readings: readonly Reading[], loop: KeyLoop | undefined): ts.Statement[] {
  const source = factory.createIdentifier(object);
  const clean = factory.createCallExpression(factory.createIdentifier('plain'), undefined, [source]);
  const values = readings.map(({ name, variable }) =>
    factory.createVariableDeclaration(variable, undefined, undefined, value(source, name)),
  );
  return [
    factory.createExpressionStatement(factory.createAssignment(source, clean)),
    ...(values.length === 0 ? [] : [declare(values, ts.NodeFlags.Let)]),
    ...(loop === undefined ? [] : undeclaredNames(source, loop)),
  ];
}

function value(source: ts.Identifier, name: string): ts.Expression {
  const read = /^[A-Za-z_$][\w$]*$/.test(name)
    ? factory.createPropertyAccessExpression(source, name)
    : factory.createElementAccessExpression(source, valueExpression(name));
  if (!inherited.has(name)) return read;
  const test = factory.createPropertyAccessExpression(factory.createIdentifier('own'), 'call');
  const isOwn = factory.createCallExpression(test, undefined, [source, valueExpression(name)]);
  return factory.createConditionalExpression(
    isOwn,
    undefined,
    read,
    undefined,
    factory.createIdentifier('undefined'),
  );
}

/** Undeclared names beyond 32 findings are not looked at. */
function undeclaredNames(source: ts.Identifier, loop: KeyLoop): ts.Statement[] {
  const key = factory.createIdentifier(loop.key);
  const end = factory.createIdentifier('end');
  const mark = factory.createVariableDeclaration(
    end,
    undefined,
    undefined,
    factory.createAdd(outLength(), factory.createNumericLiteral(32)),
  );
  const last = loop.declared.length - 1;
  const cases = loop.declared.map((name, index) =>
    factory.createCaseClause(
      factory.createStringLiteral(name),
      index === last ? [factory.createBreakStatement()] : [],
    ),
  );
  const body = factory.createIfStatement(factory.createLessThan(outLength(), end), loop.body);
  const choice = factory.createSwitchStatement(
    key,
    factory.createCaseBlock([...cases, factory.createDefaultClause([body])]),
  );
  const declaration = factory.createVariableDeclarationList(
    [factory.createVariableDeclaration(key)],
    ts.NodeFlags.Const,
  );
  return [
    declare([mark], ts.NodeFlags.Const),
    factory.createForInStatement(declaration, source, factory.createBlock([choice], true)),
  ];
}

function declare(declarations: readonly ts.VariableDeclaration[], kind: ts.NodeFlags): ts.Statement {
  return factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList(declarations, kind),
  );
}
