import { docComment, literal, sourceFile } from '@swas/generator-kit';
import type { EmittedFile } from '@swas/generator-kit';
import { definitionPointer, definitions, toJsonSchema } from '@swas/generator-model';
import type { ApiModel, JsonSchema } from '@swas/generator-model';

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** JSON Schema of every request, in an entry of its own so that a validator's bundle does not carry it. */
export function emitJsonSchemas(model: ApiModel, generator: string): EmittedFile {
  const all = definitions(model);
  const schemas = model.operations.map((operation) => {
    const schema = toJsonSchema(operation.request);
    const used = reachable(schema, all);
    const text = literal({
      $schema: draft,
      ...schema,
      ...(Object.keys(used).length === 0 ? {} : { $defs: used }),
    });
    return (
      `/** ${docComment(`JSON Schema of the requests of ${operation.name}.`)} */\n` +
      `export const ${operation.methodName}: JsonSchemaSource = /* @__PURE__ */ jsonSchemaSource(${text});`
    );
  });
  return sourceFile({
    path: 'json-schema.ts',
    generator,
    statements: [
      "import { jsonSchemaSource, type JsonSchemaSource } from '../json-schema-source.ts';",
      ...schemas,
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
