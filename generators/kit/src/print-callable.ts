import { layOutExpression } from './expression.ts';
import { layOutList, type Page } from './page.ts';
import type {
  FunctionDeclarationStructure,
  MethodDeclarationStructure,
  ParameterDeclarationStructure,
  ReturnStatement,
} from './structures.ts';

const parameterText = ({ name, hasQuestionToken, type }: ParameterDeclarationStructure): string =>
  `${name}${hasQuestionToken ? '?' : ''}: ${type}`;

/** A function or method, behind the start of its line. */
export function callableText(
  page: Page,
  start: string,
  { name, parameters, returnType, statements }: FunctionDeclarationStructure | MethodDeclarationStructure,
  indent: string,
): string {
  const end = `: ${returnType} {${statements.length === 0 ? '}' : ''}`;
  const head = layOutList(page, `${start}${name}`, parameters.map(parameterText), ['(', ')'], end);
  if (statements.length === 0) return head;
  const body = blocksApart(statements.map((statement) => bodyText(page, statement, `${indent}  `)));
  return `${head}\n${body}${indent}}`;
}

/** Statements on lines of their own, a blank line behind each block. */
function blocksApart(statements: readonly string[]): string {
  let text = '';
  for (const [index, statement] of statements.entries())
    text += index > 0 && statements[index - 1]?.endsWith('}') ? `\n${statement}\n` : `${statement}\n`;
  return text;
}

function bodyText(page: Page, statement: string | ReturnStatement, indent: string): string {
  if (typeof statement !== 'string')
    return layOutExpression(page, `${indent}return `, statement.returns, ';', indent);
  page.doubt();
  return statement;
}
