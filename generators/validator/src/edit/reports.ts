import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import { pathExpression, placeExpression } from './paths.ts';
import type { Edit } from './run.ts';
import { bare, declaredNames, identifierName } from './syntax.ts';
import { evaluate, valueExpression } from './values.ts';

/** What the report edit needs to know about the function that it works on. */
export interface ReportContext {
  readonly scope: ReadonlyMap<string, unknown>;
  /** The parameter that is checked; undefined in a function that several operations call, which gets its caller's path. */
  readonly parameter: string | undefined;
  /** Whether the value must not get into an issue. */
  readonly secret?: boolean | undefined;
  /** Words for a pattern, by the pattern. */
  readonly patternTexts: ReadonlyMap<string, string>;
}

const { factory } = compiler;

/**
 * Replaces ajv's three statements per error (an object literal, a list that may not exist yet, a counter) by one
 * `out.add(place, keyword, limit, value, index)`.
 */
export function reportEdit(context: ReportContext): Edit {
  return {
    name: 'reports',
    expects: (node) => compiler.isVariableStatement(node) && isReport(node),
    apply(node, matched) {
      if (!compiler.isBlock(node) || !node.statements.some(isReport)) return node;
      const { statements } = node;
      const edited = statements.flatMap((statement, index) => {
        if (isReport(statement) && isReported(statements, index)) {
          matched();
          return [report(statement, context)];
        }
        return isReported(statements, index - 1) || isReported(statements, index - 2) ? [] : [statement];
      });
      return factory.updateBlock(node, edited);
    },
  };
}

/** Whether ajv's three statements for one error begin here. */
function isReported(statements: readonly ts.Statement[], index: number): boolean {
  const first = statements[index];
  return (
    first !== undefined &&
    isReport(first) &&
    isListUpdate(statements[index + 1]) &&
    isIncrement(statements[index + 2])
  );
}

function isReport(statement: ts.Statement): statement is ts.VariableStatement {
  return declaredNames(statement).some((name) => /^err\d+$/.test(name));
}

function isListUpdate(statement: ts.Statement | undefined): boolean {
  if (statement === undefined || !compiler.isIfStatement(statement)) return false;
  const condition = bare(statement.expression);
  return compiler.isBinaryExpression(condition) && identifierName(condition.left) === 'vErrors';
}

function isIncrement(statement: ts.Statement | undefined): boolean {
  return (
    statement !== undefined &&
    compiler.isExpressionStatement(statement) &&
    compiler.isPostfixUnaryExpression(statement.expression) &&
    identifierName(statement.expression.operand) === 'errors'
  );
}

function report(statement: ts.VariableStatement, context: ReportContext): ts.Statement {
  const [declaration] = statement.declarationList.declarations;
  const fields = members(declaration?.initializer);
  const keyword = String(evaluate(field(fields, 'keyword'), context.scope));
  const params = members(field(fields, 'params'));
  const path = (last: readonly ts.Expression[] = []): ts.ArrayLiteralExpression =>
    pathExpression(field(fields, 'instancePath'), context.parameter, last);
  const code = factory.createStringLiteral(keyword);
  if (keyword === 'required') return addStatement(path([field(params, 'missingProperty')]), code);
  if (keyword === 'additionalProperties') {
    const declared = valueExpression(declaredIn(fields, context));
    return addStatement(path([field(params, 'additionalProperty')]), code, declared);
  }
  if (keyword === 'uniqueItems' || keyword === 'false schema') return addStatement(path(), code);
  const bound = limit(keyword, params, context);
  const isHidden = context.secret === true && !measured.test(keyword);
  return addStatement(path(), code, bound, isHidden ? undefined : measure(keyword, field(fields, 'data')));
}

/** What an issue keeps of the value: its type or length where the rule is about that, and never more than a scalar. */
function measure(keyword: string, data: ts.Expression): ts.Expression {
  if (keyword === 'type') return call(factory.createIdentifier('typeOf'), data);
  if (keyword === 'enum' || keyword === 'const') return call(factory.createIdentifier('scalar'), data);
  if (/^(?:min|max)Length$/.test(keyword)) return call(factory.createIdentifier('codePoints'), data);
  if (/^(?:min|max)Items$/.test(keyword)) return factory.createPropertyAccessExpression(data, 'length');
  if (!/^(?:min|max)Properties$/.test(keyword)) return data;
  const keys = factory.createPropertyAccessExpression(factory.createIdentifier('Object'), 'keys');
  return factory.createPropertyAccessExpression(call(keys, data), 'length');
}

/** Rules of which an issue keeps a type or a size, and not the value. */
const measured = /^(?:type|(?:min|max)(?:Length|Items|Properties)|anyOf|oneOf)$/;

/** The bound that the message states. */
function limit(
  keyword: string,
  params: ReadonlyMap<string, ts.Expression>,
  context: ReportContext,
): ts.Expression {
  if (keyword === 'oneOf') return field(params, 'passingSchemas');
  if (keyword === 'anyOf') return valueExpression(null);
  const name = {
    enum: 'allowedValues',
    const: 'allowedValue',
    type: 'type',
    pattern: 'pattern',
    format: 'format',
  }[keyword];
  const value = evaluate(
    field(params, name ?? (keyword === 'multipleOf' ? 'multipleOf' : 'limit')),
    context.scope,
  );
  // The sentence goes on from `must`.
  return valueExpression(
    keyword === 'pattern' ? (context.patternTexts.get(String(value)) ?? `match ${String(value)}`) : value,
  );
}

/** Names that the object declares: where a misspelt one is looked up. */
function declaredIn(fields: ReadonlyMap<string, ts.Expression>, context: ReportContext): string[] {
  const schema = evaluate(field(fields, 'parentSchema'), context.scope) as { readonly properties?: object };
  return Object.keys(schema.properties ?? {});
}

function members(node: ts.Expression | undefined): ReadonlyMap<string, ts.Expression> {
  if (node === undefined || !compiler.isObjectLiteralExpression(node))
    throw new Error('Expected an error object in the code that ajv wrote.');
  return new Map(
    node.properties.map((property): [string, ts.Expression] => {
      if (compiler.isPropertyAssignment(property))
        return [identifierName(property.name) ?? '', property.initializer];
      if (compiler.isShorthandPropertyAssignment(property)) return [property.name.text, property.name];
      throw new Error('Expected plain members in the error objects that ajv wrote.');
    }),
  );
}

function field(fields: ReadonlyMap<string, ts.Expression>, name: string): ts.Expression {
  const found = fields.get(name);
  if (found === undefined)
    throw new Error(`Expected "${name}" in an error object that ajv wrote. Was ajv upgraded?`);
  return found;
}

/** `out.add(place, code, limit, actual, index)`, without what is not there at the end. */
function addStatement(
  path: ts.ArrayLiteralExpression,
  code: ts.StringLiteral,
  bound?: ts.Expression,
  actual?: ts.Expression,
): ts.Statement {
  const { place, index } = placeExpression(path);
  const parts = [place, code, bound, actual, index];
  const given = parts.slice(0, parts.findLastIndex((part) => part !== undefined) + 1);
  const add = factory.createPropertyAccessExpression(factory.createIdentifier('out'), 'add');
  return factory.createExpressionStatement(
    call(add, ...given.map((part) => part ?? factory.createIdentifier('undefined'))),
  );
}

function call(callee: ts.Expression, ...values: readonly ts.Expression[]): ts.Expression {
  return factory.createCallExpression(callee, undefined, values);
}
