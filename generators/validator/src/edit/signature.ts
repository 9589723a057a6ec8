import { ts } from 'ts-morph';
import type { KeepValue, Reading } from './objects.ts';
import { parseFunction } from './syntax.ts';
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
  /** Name of a parameter whose value must not get into an issue, where only that can tell after the check. */
  readonly hidden?: string | undefined;
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
 * `function check(data, keep, out)`: with `keep` it works on copies and returns a copy of the request, so that nobody can
 * change the value after it was checked; without, it returns the request itself. Undefined when there are findings.
 */
export function requestFunction(root: ts.FunctionDeclaration, plan: CopyPlan): ts.FunctionDeclaration {
  const statements = root.body?.statements ?? [];
  const start = plan.open ? parse('data = copy(data);') : [];
  const end = parse('return out.length ? undefined : data;');
  const hide = plan.hidden === undefined ? [] : [hideStatement(plan.hidden)];
  const body = plan.open ? statements : statements.map((each) => keepCopies(each, plan));
  return functionOf('check', ['data', 'keep', 'out'], [...start, ...body, ...hide, ...end]);
}

/** Adds the copy of the request to the end of the block that reads it. */
function keepCopies(each: ts.Statement, plan: CopyPlan): ts.Statement {
  if (!ts.isIfStatement(each) || !ts.isBlock(each.thenStatement)) return each;
  const kept = factory.createIfStatement(condition(), factory.createBlock(copyStatements(plan), true));
  return factory.updateIfStatement(
    each,
    each.expression,
    factory.createBlock([...each.thenStatement.statements, kept], true),
    each.elseStatement,
  );
}

/** `data.ImageIds` → `keep ? copyList(data.ImageIds, 15) : data.ImageIds`. */
export function keepValue(nested: CopyPlan['nested'], open: boolean): KeepValue {
  return (name, value) => {
    const how = nested.get(name);
    // An open request is copied as a whole before.
    if (how === undefined || open) return value;
    const limit = how.maxItems === undefined ? [] : [factory.createNumericLiteral(how.maxItems)];
    const call = (helper: string, ...rest: readonly ts.Expression[]): ts.Expression =>
      factory.createCallExpression(factory.createIdentifier(helper), undefined, [value, ...rest]);
    if (how.always) return call('copy');
    const keep = factory.createIdentifier('keep');
    return factory.createConditionalExpression(keep, undefined, call('copyList', ...limit), undefined, value);
  };
}

/** `hide(out, "ClientToken");` */
function hideStatement(name: string): ts.Statement {
  const parts = [factory.createIdentifier('out'), valueExpression(name)];
  return factory.createExpressionStatement(
    factory.createCallExpression(factory.createIdentifier('hide'), undefined, parts),
  );
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
