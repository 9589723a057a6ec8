import { docComment, fileText, literal } from '@swas/generator-kit';
import { definitionPointer, definitions, toJsonSchema } from '@swas/generator-model';
import type { JsonSchema, NamedSchema, Operation } from '@swas/generator-model';
import { generatorName } from './generator-name.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';

const known = new WeakMap<readonly NamedSchema[], WeakMap<Operation, string>>();

/** JSON Schema of every request, in an entry of its own so that a validator's bundle does not carry it. */
export function printJsonSchemas(
  schemas: readonly NamedSchema[],
  ...operations: readonly Operation[]
): string {
  const texts = known.get(schemas) ?? new WeakMap<Operation, string>();
  known.set(schemas, texts);
  const all = definitions({ schemas });
  const statements = operations.map((operation) => {
    const text = texts.get(operation) ?? schemaText(operation, all);
    texts.set(operation, text);
    return text;
  });
  return fileText({
    generator: generatorName,
    statements: [
      "import { jsonSchemaSource, type JsonSchemaSource } from '../json-schema-source.ts';",
      ...statements,
    ],
  });
}

function schemaText({ name, methodName, request }: Operation, all: JsonSchema): string {
  const schema = toJsonSchema(request);
  const used = reachable(schema, all);
  const $defs = Object.keys(used).length === 0 ? {} : { $defs: used };
  const text = literal({ $schema: draft, ...schema, ...$defs });
  return (
    `/** ${docComment(`JSON Schema of the requests of ${name}.`)} */\n` +
    `export const ${methodName}: JsonSchemaSource = /* @__PURE__ */ jsonSchemaSource(${text});`
  );
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
