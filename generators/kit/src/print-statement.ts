import {
  StructureKind,
  type ClassDeclarationStructure,
  type DocStructure,
  type FunctionDeclarationStructure,
  type ImportDeclarationStructure,
  type InterfaceDeclarationStructure,
  type MethodDeclarationStructure,
  type ParameterDeclarationStructure,
  type Statement,
  type StatementStructure,
  type VariableStatementStructure,
} from './structures.ts';

/** Only blank lines and comments matter here, since the formatter lays out the rest anew. */
function docsText(docs: readonly DocStructure[] = [], indent = ''): string {
  return docs.map((doc) => `${indent}${commentText(doc, indent)}\n`).join('');
}

function commentText(doc: DocStructure, indent: string): string {
  const lines = (typeof doc === 'string' ? doc : doc.description).split(/\r?\n/);
  const [first = '', ...rest] = lines;
  if (rest.length === 0) return `/** ${first} */`;
  const inner = (first === '' ? rest : lines).map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`);
  return `/**\n${inner.join('')}${indent} */`;
}

const exportText = ({ isExported }: { readonly isExported?: boolean }): string =>
  isExported === true ? 'export ' : '';

function interfaceText(structure: InterfaceDeclarationStructure): string {
  const bases = structure.extends === undefined ? '' : `extends ${structure.extends.join(', ')} `;
  const members = structure.properties.map(
    ({ name, isReadonly, hasQuestionToken, type, docs }) =>
      `${docsText(docs, '  ')}  ${isReadonly ? 'readonly ' : ''}${name}${hasQuestionToken ? '?' : ''}: ${type};\n`,
  );
  return `${exportText(structure)}interface ${structure.name} ${bases}{\n${members.join('')}}`;
}

const parameterText = ({ name, hasQuestionToken, type }: ParameterDeclarationStructure): string =>
  `${name}${hasQuestionToken ? '?' : ''}: ${type}`;

/** A function or method from its name on. */
function callableText({
  name,
  parameters,
  returnType,
  statements,
}: FunctionDeclarationStructure | MethodDeclarationStructure): string {
  return `${name}(${parameters.map(parameterText).join(', ')}): ${returnType} {\n${printStatements(statements)}}`;
}

function classText({ name, extends: base, methods, ...rest }: ClassDeclarationStructure): string {
  const members = methods.map((method) => `${docsText(method.docs, '  ')}  ${callableText(method)}\n`);
  const heritage = base === undefined ? '' : `extends ${base} `;
  return `${exportText(rest)}class ${name} ${heritage}{\n${members.join('\n')}}`;
}

function variableText(structure: VariableStatementStructure): string {
  const declarations = structure.declarations.map(
    ({ name, type, initializer }) => `${name}${type === undefined ? '' : `: ${type}`} = ${initializer}`,
  );
  return `${exportText(structure)}${structure.declarationKind} ${declarations.join(', ')};`;
}

function importText({ isTypeOnly, namedImports, moduleSpecifier }: ImportDeclarationStructure): string {
  const names = namedImports.map((each) =>
    typeof each === 'string' ? each : `${each.name}${each.alias === undefined ? '' : ` as ${each.alias}`}`,
  );
  return `import ${isTypeOnly === true ? 'type ' : ''}{ ${names.join(', ')} } from '${moduleSpecifier}';`;
}

function structureText(structure: StatementStructure): string {
  switch (structure.kind) {
    case StructureKind.Class:
      return classText(structure);
    case StructureKind.Function:
      return `${exportText(structure)}function ${callableText(structure)}`;
    case StructureKind.ImportDeclaration:
      return importText(structure);
    case StructureKind.Interface:
      return interfaceText(structure);
    case StructureKind.TypeAlias:
      return `${exportText(structure)}type ${structure.name} = ${structure.type};`;
    case StructureKind.VariableStatement:
      return variableText(structure);
  }
}

function statementText(statement: Statement): string {
  if (typeof statement === 'string') return statement;
  const docs = statement.kind === StructureKind.ImportDeclaration ? [] : statement.docs;
  return docsText(docs) + structureText(statement);
}

const blocks: ReadonlySet<number> = new Set([
  StructureKind.Class,
  StructureKind.Function,
  StructureKind.Interface,
]);

/** Whether a blank line stands before a statement: around whatever has a block. */
const standsApart = (statement: Statement, before: string): boolean =>
  before.endsWith('}') || (typeof statement !== 'string' && blocks.has(statement.kind));

/** The text of the statements of a file or of a function's body. */
export function printStatements(statements: readonly Statement[]): string {
  const parts: string[] = [];
  for (const statement of statements) {
    const before = parts.at(-1);
    const text = statementText(statement);
    parts.push(before !== undefined && standsApart(statement, before.trimEnd()) ? `\n${text}` : text);
  }
  parts.push('');
  return parts.join('\n');
}
