import { ts } from 'ts-morph';
import type { Reading } from './objects.ts';
import { identifierName, parseFunction, rewrite } from './syntax.ts';
import { valueExpression } from './values.ts';

const { factory } = ts;

/** What the copy of a valid request holds. */
export interface CopyPlan {
  readonly readings: readonly Reading[];
  readonly required: ReadonlySet<string>;
  /** Names whose value may be a list or an object, and how it is copied. */
  readonly nested: ReadonlyMap<string, NestedCopy>;
  /** True when undeclared names are allowed: then the request is copied before it is checked. */
  readonly open: boolean;
}

/** How the value of a parameter is copied. */
export interface NestedCopy {
  /** Most items of a list: a longer one need not be copied, since it is refused. */
  readonly maxItems?: number;
  /** True when the copy is needed for checking too, because lists or objects lie inside. */
  readonly always: boolean;
}

/** `function checkNode(data, out, path)`, for a schema that several operations share. */
export function sharedFunction(root: ts.FunctionDeclaration, name: string): ts.FunctionDeclaration {
  return functionOf(name, ['data', 'out', 'path'], root.body?.statements ?? []);
}

/**
 * `function check(data, out, keep)`: with `keep` it works on copies and returns a copy of the request, so that nobody can
 * change the value after it was checked; without, it returns the request itself. Undefined when there are findings.
 */
export function requestFunction(root: ts.FunctionDeclaration, plan: CopyPlan): ts.FunctionDeclaration {
  const statements = root.body?.statements ?? [];
  const start = plan.open ? parse('data = copy(data);') : [];
  const end = parse('return out.length ? undefined : data;');
  const body = plan.open ? statements : statements.map((each) => keepCopies(each, plan));
  return functionOf('check', ['data', 'out', 'keep'], [...start, ...body, ...end]);
}

/** Adds the copying to the block that reads the request. */
function keepCopies(each: ts.Statement, plan: CopyPlan): ts.Statement {
  if (!ts.isIfStatement(each) || !ts.isBlock(each.thenStatement)) return each;
  const nested = new Map(
    plan.readings.flatMap(({ name, variable }): [string, NestedCopy][] => {
      const how = plan.nested.get(name);
      return how === undefined ? [] : [[variable, how]];
    }),
  );
  const block = rewrite(each.thenStatement, (node) => copyWhenKept(node, nested));
  const kept = factory.createIfStatement(condition(), factory.createBlock(copyStatements(plan), true));
  return factory.updateIfStatement(
    each,
    each.expression,
    factory.createBlock([...block.statements, kept], true),
    each.elseStatement,
  );
}

/** `p1 = data.ImageIds` → `p1 = keep ? copyList(data.ImageIds, 15) : data.ImageIds`. */
function copyWhenKept(node: ts.Node, copies: ReadonlyMap<string, NestedCopy>): ts.Node {
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return node;
  const how = copies.get(identifierName(node.name) ?? '');
  if (how === undefined) return node;
  const { initializer } = node;
  const limit = how.maxItems === undefined ? [] : [factory.createNumericLiteral(how.maxItems)];
  const call = (name: string, ...rest: readonly ts.Expression[]): ts.Expression =>
    factory.createCallExpression(factory.createIdentifier(name), undefined, [initializer, ...rest]);
  const keep = factory.createIdentifier('keep');
  const value = how.always
    ? call('copy')
    : factory.createConditionalExpression(
        keep,
        undefined,
        call('copyList', ...limit),
        undefined,
        initializer,
      );
  return factory.updateVariableDeclaration(node, node.name, undefined, undefined, value);
}

function copyStatements(plan: CopyPlan): ts.Statement[] {
  const required = plan.readings.filter(({ name }) => plan.required.has(name));
  const optional = plan.readings.filter(({ name }) => !plan.required.has(name));
  const members = required.map(({ name, variable }) =>
    factory.createPropertyAssignment(memberName(name), factory.createIdentifier(variable)),
  );
  const data = factory.createIdentifier('data');
  return [
    assignment(data, factory.createObjectLiteralExpression(members)),
    ...optional.map(({ name, variable }) => {
      const value = factory.createIdentifier(variable);
      const present = factory.createStrictInequality(value, factory.createIdentifier('undefined'));
      const target = factory.createElementAccessExpression(data, valueExpression(name));
      return factory.createIfStatement(present, assignment(target, value));
    }),
  ];
}

function memberName(name: string): ts.PropertyName {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? factory.createIdentifier(name) : factory.createStringLiteral(name);
}

/** `keep && !out.length` */
function condition(): ts.Expression {
  const length = factory.createPropertyAccessExpression(factory.createIdentifier('out'), 'length');
  return factory.createLogicalAnd(factory.createIdentifier('keep'), factory.createLogicalNot(length));
}

function assignment(target: ts.Expression, value: ts.Expression): ts.Statement {
  return factory.createExpressionStatement(factory.createAssignment(target, value));
}

function functionOf(
  name: string,
  parameters: readonly string[],
  statements: readonly ts.Statement[],
): ts.FunctionDeclaration {
  return factory.createFunctionDeclaration(
    [factory.createModifier(ts.SyntaxKind.ExportKeyword)],
    undefined,
    name,
    undefined,
    parameters.map((parameter) => factory.createParameterDeclaration(undefined, undefined, parameter)),
    undefined,
    factory.createBlock(statements, true),
  );
}

/** Fixed statements of our own. */
function parse(text: string): readonly ts.Statement[] {
  return parseFunction(`function own() {${text}}`).body?.statements ?? [];
}
