import {
  dataExpression,
  docComment,
  pageText,
  printedStatement,
  StructureKind,
  VariableDeclarationKind,
  type FileText,
  type PrintedStatement,
} from '@swas/generator-kit';
import { definitionPointer, definitions, toJsonSchema } from '@swas/generator-model';
import type { JsonSchema, NamedSchema, Operation } from '@swas/generator-model';
import { generatorName } from './generator-name.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';

const known = new WeakMap<readonly NamedSchema[], WeakMap<Operation, PrintedStatement>>();

/** JSON Schema of every request, in an entry of its own so that a validator's bundle does not carry it. */
export function printJsonSchemas(
  schemas: readonly NamedSchema[],
  ...operations: readonly Operation[]
): FileText {
  const texts = known.get(schemas) ?? new WeakMap<Operation, PrintedStatement>();
  known.set(schemas, texts);
  const all = definitions({ schemas });
  const statements = operations.map((operation) => {
    const text = texts.get(operation) ?? schemaStatement(operation, all);
    texts.set(operation, text);
    return text;
  });
  return pageText({
    generator: generatorName,
    statements: [
      {
        kind: StructureKind.ImportDeclaration,
        namedImports: ['jsonSchemaSource', { name: 'JsonSchemaSource', isTypeOnly: true }],
        moduleSpecifier: '../json-schema-source.ts',
      },
      ...statements,
    ],
  });
}

function schemaStatement({ name, methodName, request }: Operation, all: JsonSchema): PrintedStatement {
  const schema = toJsonSchema(request);
  const used = reachable(schema, all);
  const $defs = Object.keys(used).length === 0 ? {} : { $defs: used };
  const data = dataExpression({ $schema: draft, ...schema, ...$defs });
  return printedStatement({
    kind: StructureKind.VariableStatement,
    isExported: true,
    docs: [docComment(`JSON Schema of the requests of ${name}.`)],
    declarationKind: VariableDeclarationKind.Const,
    declarations: [
      {
        name: methodName,
        type: 'JsonSchemaSource',
        initializer: { callee: '/* @__PURE__ */ jsonSchemaSource', arguments: [data] },
      },
    ],
  });
}

/** Definitions that a schema refers to, directly or through others. */
function reachable(schema: JsonSchema, all: JsonSchema): Record<string, JsonSchema> {
  const names = new Map(Object.keys(all).map((name) => [definitionPointer(name), name]));
  const used: Record<string, JsonSchema> = {};
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const name = '$ref' in value ? names.get(String(value.$ref)) : undefined;
    if (name !== undefined && !Object.hasOwn(used, name)) {
      used[name] = all[name] as JsonSchema;
      visit(all[name]);
    }
    Object.values(value).forEach(visit);
  };
  visit(schema);
  return used;
}
