import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { isObjectTest, keyLoop, ownTest, staticName } from './object-shapes.ts';
import type { KeyLoop } from './object-shapes.ts';
import { bare, expectMatches, rewrite, walk } from './syntax.ts';
import { valueExpression } from './values.ts';

const { factory } = compiler;

/** A name that is read, with the variable that holds its value. */
interface Reading {
  readonly name: string;
  readonly variable: string;
}

/**
 * Makes every declared name be read once, into a variable, and only if it is the object's own: ajv's own code asks for each
 * up to three times, so that a getter may answer differently each time.
 */
export function editObjects(
  root: ts.FunctionDeclaration,
  scope: ReadonlyMap<string, unknown>,
): ts.FunctionDeclaration {
  let tests = 0;
  let counter = 0;
  walk(root, (node) => {
    if (compiler.isIfStatement(node) && isObjectTest(node.expression) !== undefined) tests += 1;
  });
  if (tests === 0) return root;
  let edited = 0;
  const result = rewrite(root, (node) => {
    if (!compiler.isIfStatement(node) || !compiler.isBlock(node.thenStatement)) return node;
    const object = isObjectTest(node.expression);
    if (object === undefined) return node;
    edited += 1;
    const names = readNames(node.thenStatement, object);
    const readings = names.map((name): Reading => ({ name, variable: `p${counter++}` }));
    return factory.updateIfStatement(
      node,
      node.expression,
      readOnce(node.thenStatement, object, readings, scope),
      node.elseStatement,
    );
  });
  expectMatches('objects', edited, tests);
  return result;
}

/** Every name that the block asks the object for, in order of first use. */
function readNames(block: ts.Block, object: string): string[] {
  const names = new Set<string>();
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
  if (!compiler.isBinaryExpression(node)) return node;
  return ownTest(node.right, object) ? bare(node.left) : node;
}

function reading(object: string, readings: readonly Reading[], loop: KeyLoop | undefined): ts.Statement[] {
  const source = factory.createIdentifier(object);
  const looped = new Set(loop?.declared);
  const values = readings.map(({ name, variable }) =>
    factory.createVariableDeclaration(
      variable,
      undefined,
      undefined,
      looped.has(name) ? undefined : ownValue(source, name),
    ),
  );
  return [
    ...(values.length === 0 ? [] : [declare(values)]),
    ...(loop === undefined ? [] : [nameLoop(source, readings, loop)]),
  ];
}

/** `own.call(data, "Name") ? data.Name : undefined` */
function ownValue(source: ts.Identifier, name: string): ts.Expression {
  return factory.createConditionalExpression(
    isOwn(source, valueExpression(name)),
    undefined,
    member(source, name),
    undefined,
    factory.createIdentifier('undefined'),
  );
}

function member(source: ts.Identifier, name: string): ts.Expression {
  return /^[A-Za-z_$][\w$]*$/.test(name)
    ? factory.createPropertyAccessExpression(source, name)
    : factory.createElementAccessExpression(source, valueExpression(name));
}

/**
 * `Object.prototype.hasOwnProperty.call(data, "Name")`, written out each time: the engine knows what that is. A constant it
 * would have to trust, which it cannot once a bundler has made a variable of it.
 */
function isOwn(source: ts.Identifier, key: ts.Expression): ts.Expression {
  const test = ['prototype', 'hasOwnProperty', 'call'].reduce<ts.Expression>(
    (object, name) => factory.createPropertyAccessExpression(object, name),
    factory.createIdentifier('Object'),
  );
  return factory.createCallExpression(test, undefined, [source, key]);
}

/**
 * One loop over the names of an object, which reads those that are declared. Asking in the loop whether a name is the
 * object's own costs next to nothing: the engine knows it of every name that it enumerates.
 */
function nameLoop(source: ts.Identifier, readings: readonly Reading[], loop: KeyLoop): ts.Statement {
  const key = factory.createIdentifier(loop.key);
  const variables = new Map(readings.map(({ name, variable }) => [name, variable]));
  const cases = loop.declared.map((name) => {
    const variable = variables.get(name);
    const read =
      variable === undefined ? [] : [assign(factory.createIdentifier(variable), member(source, name))];
    return factory.createCaseClause(valueExpression(name), [...read, factory.createBreakStatement()]);
  });
  const choice = factory.createSwitchStatement(
    key,
    factory.createCaseBlock([...cases, factory.createDefaultClause([loop.body])]),
  );
  const declaration = factory.createVariableDeclarationList(
    [factory.createVariableDeclaration(key)],
    compiler.NodeFlags.Const,
  );
  const body = factory.createBlock([factory.createIfStatement(isOwn(source, key), choice)], true);
  return factory.createForInStatement(declaration, source, body);
}

function assign(target: ts.Identifier, value: ts.Expression): ts.Statement {
  return factory.createExpressionStatement(factory.createAssignment(target, value));
}

function declare(declarations: readonly ts.VariableDeclaration[]): ts.Statement {
  return factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList(declarations, compiler.NodeFlags.Let),
  );
}
