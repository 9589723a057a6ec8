import type { NamedSchema, ObjectSchema, Operation, Property, Schema, Source } from '@swas/generator-model';
import {
  StructureKind,
  type DocStructure,
  type InterfaceDeclarationStructure,
  type PropertySignatureStructure,
  type TypeAliasDeclarationStructure,
} from './structures.ts';
import { docComment, propertyName } from './text.ts';
import { limitsText } from './limits-text.ts';
import { fieldType, typeExpression, type TypeNames } from './type-text.ts';

/** A documented type of the emitted code. */
export type TypeDeclaration = InterfaceDeclarationStructure | TypeAliasDeclarationStructure;

/** Where a fact is documented, as a line of a comment. */
export function sourceText(source: Source | undefined): string | undefined {
  if (source === undefined) return undefined;
  const row = source.row === undefined ? '' : `, ${source.row}`;
  return `Documented: ${source.page.title}, ${source.section}${row} (${source.page.url})`;
}

function docs(text: string): readonly DocStructure[] {
  return text === '' ? [] : [{ description: `\n${text}` }];
}

function propertyStructure(
  { name, required, schema }: Property,
  names: TypeNames,
): PropertySignatureStructure {
  const example = schema.example === undefined ? undefined : `Example: \`${JSON.stringify(schema.example)}\``;
  const text = docComment(
    schema.description ?? schema.title,
    limitsText(schema),
    example,
    sourceText(schema.source),
  );
  return {
    name: propertyName(name),
    isReadonly: true,
    hasQuestionToken: !required,
    type: fieldType(schema, required, names),
    docs: docs(schema.deprecated === true ? `${text}\n\n@deprecated`.trim() : text),
  };
}

function interfaceStructure(
  name: string,
  schema: ObjectSchema,
  names: TypeNames,
  description: string,
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name,
    isExported: true,
    docs: docs(description),
    properties: schema.properties.map((property) => propertyStructure(property, names)),
  };
}

/** An interface where the schema is a plain object, an alias of its type expression otherwise. */
function typeDeclaration(
  name: string,
  schema: Schema,
  names: TypeNames,
  description: string,
): TypeDeclaration {
  const plain =
    schema.kind === 'object' && schema.nullable !== true && typeof schema.additional === 'boolean';
  if (plain && schema.properties.length > 0) return interfaceStructure(name, schema, names, description);
  return {
    kind: StructureKind.TypeAlias,
    name,
    isExported: true,
    docs: docs(description),
    type: typeExpression(schema, names),
  };
}

/** `export interface …Request`: the decoded parameters under their wire names. */
export function requestDeclaration(operation: Operation, names: TypeNames): InterfaceDeclarationStructure {
  const text = docComment(
    `Parameters of ${operation.name}.`,
    operation.summary,
    sourceText(operation.source),
  );
  return interfaceStructure(`${operation.typeName}Request`, operation.request, names, text);
}

/** `export … …Result`: the body of the success answer. */
export function resultDeclaration(operation: Operation, names: TypeNames): TypeDeclaration {
  const text = docComment(`Answer of ${operation.name} when it succeeds.`);
  return typeDeclaration(`${operation.typeName}Result`, operation.result, names, text);
}

/** The exported type of an entry of `components.schemas`. */
export function schemaDeclaration({ typeName, schema }: NamedSchema, names: TypeNames): TypeDeclaration {
  const text = docComment(schema.description ?? schema.title, limitsText(schema), sourceText(schema.source));
  return typeDeclaration(typeName, schema, names, text);
}
