import { layOutExpression } from './expression.ts';
import { fits, Page } from './page.ts';
import { callableText } from './print-callable.ts';
import { docsText } from './print-comment.ts';
import { importText, reexportText } from './print-specifiers.ts';
import {
  StructureKind,
  type ClassDeclarationStructure,
  type InterfaceDeclarationStructure,
  type PrintedStatement,
  type PropertySignatureStructure,
  type Statement,
  type StatementStructure,
  type TypeAliasDeclarationStructure,
  type VariableStatementStructure,
} from './structures.ts';
import { layOutType } from './type-expression.ts';

const exportText = ({ isExported }: { readonly isExported?: boolean }): string =>
  isExported === true ? 'export ' : '';

function interfaceText(page: Page, structure: InterfaceDeclarationStructure): string {
  const bases = structure.extends === undefined ? '' : ` extends ${structure.extends.join(', ')}`;
  const isEmpty = structure.properties.length === 0;
  const head = headLine(
    page,
    `${exportText(structure)}interface ${structure.name}${bases} {${isEmpty ? '}' : ''}`,
  );
  if (isEmpty) return head;
  let members = '';
  for (const property of structure.properties) members += propertyText(page, property);
  return `${head}\n${members}}`;
}

function propertyText(
  page: Page,
  { name, isReadonly, hasQuestionToken, type, docs }: PropertySignatureStructure,
): string {
  const start = `  ${isReadonly ? 'readonly ' : ''}${name}${hasQuestionToken ? '?' : ''}: `;
  return `${docsText(docs, '  ')}${layOutType(page, start, type, ';', '  ')}\n`;
}

/** The first line of a block, which is broken where a base stands if it is too long. */
function headLine(page: Page, line: string): string {
  if (!fits(line)) page.doubt();
  return page.check(line);
}

function classText(page: Page, { name, extends: base, methods, ...rest }: ClassDeclarationStructure): string {
  const heritage = base === undefined ? '' : ` extends ${base}`;
  const head = headLine(
    page,
    `${exportText(rest)}class ${name}${heritage} {${methods.length === 0 ? '}' : ''}`,
  );
  if (methods.length === 0) return head;
  const members = methods.map(
    (method) => `${docsText(method.docs, '  ')}${callableText(page, '  ', method, '  ')}\n`,
  );
  return `${head}\n${members.join('\n')}}`;
}

function variableText(page: Page, structure: VariableStatementStructure): string {
  const [only, ...more] = structure.declarations;
  if (only === undefined || more.length > 0) throw new RangeError('A statement declares one variable.');
  const type = only.type === undefined ? '' : `: ${only.type}`;
  const start = `${exportText(structure)}${structure.declarationKind} ${only.name}${type} = `;
  return layOutExpression(page, start, only.initializer, ';', '');
}

function aliasText(page: Page, structure: TypeAliasDeclarationStructure): string {
  const text = layOutType(page, `${exportText(structure)}type ${structure.name} = `, structure.type, ';', '');
  // What has no other place to break at is broken behind the sign.
  if (!fits(text) && !text.includes('\n')) page.doubt();
  return text;
}

function structureText(page: Page, structure: StatementStructure): string {
  switch (structure.kind) {
    case StructureKind.Class:
      return classText(page, structure);
    case StructureKind.ExportDeclaration:
      return reexportText(page, structure);
    case StructureKind.Function:
      return callableText(page, `${exportText(structure)}function `, structure, '');
    case StructureKind.ImportDeclaration:
      return importText(page, structure);
    case StructureKind.Interface:
      return interfaceText(page, structure);
    case StructureKind.TypeAlias:
      return aliasText(page, structure);
    case StructureKind.VariableStatement:
      return variableText(page, structure);
  }
}

/** A call of a function with names. */
const plainCall = /^\w+\(\w+(?:, \w+)*\);$/;

/** A statement that is printed already: for one that stands in a file of many, of which an edit changes few. */
export function printedStatement(statement: StatementStructure): PrintedStatement {
  const page = new Page();
  const printed = statementText(page, statement);
  return {
    kind: 'printed',
    text: printed,
    isFormatted: page.isFormatted,
    hasBlock: blocks.has(statement.kind),
  };
}

function statementText(page: Page, statement: Statement): string {
  if (typeof statement !== 'string' && statement.kind === 'printed') {
    if (!statement.isFormatted) page.doubt();
    return statement.text;
  }
  if (typeof statement !== 'string')
    return ('docs' in statement ? docsText(statement.docs) : '') + structureText(page, statement);
  if (!plainCall.test(statement) || !fits(statement)) page.doubt();
  return statement;
}

const blocks: ReadonlySet<number | string> = new Set([
  StructureKind.Class,
  StructureKind.Function,
  StructureKind.Interface,
]);

/** Whether a blank line stands before a statement: around whatever has a block. */
const standsApart = (statement: Statement, before: string): boolean =>
  before.endsWith('}') || (typeof statement !== 'string' && hasBlock(statement));

const hasBlock = (statement: StatementStructure | PrintedStatement): boolean =>
  statement.kind === 'printed' ? statement.hasBlock : blocks.has(statement.kind);

/** The text of the statements of a file. */
export function printStatements(page: Page, statements: readonly Statement[]): string {
  let text = '';
  let before = '';
  for (const statement of statements) {
    const next = statementText(page, statement);
    text += before !== '' && standsApart(statement, before) ? `\n${next}\n` : `${next}\n`;
    before = next.trimEnd();
  }
  return text;
}
