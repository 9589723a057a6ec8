import { schemasByName } from '@swas/generator-kit';
import type { ApiModel, JsonValue } from '@swas/generator-model';
import { reachedSchemas } from '../samples/reached-schemas.ts';
import { describedSchema } from './described-schema.ts';
import { buildPath } from './build-operation.ts';

/** The parts of a model that the document is about. */
type Described = Pick<ApiModel, 'title' | 'version' | 'description' | 'operations' | 'schemas' | 'servers'>;

/**
 * The API as ordinary OpenAPI, for a reader and for try-it: every operation as the façade takes it, `POST /<Action>` at the
 * address that the page came from. What only our generators understand is told in words.
 */
export function buildDocument(model: Described): JsonValue {
  const { title, version, description, operations, schemas, servers } = model;
  const named = schemasByName(schemas);
  return {
    openapi: '3.1.0',
    info: { title, version, description },
    servers: [
      {
        url: '/',
        description: 'The gateway that serves this page. [Its status](/_gateway/) lists what it holds.',
      },
    ],
    paths: Object.fromEntries(
      operations.map((operation) => [
        `/${operation.name}`,
        buildPath(operation, servers, reachedSchemas(operation, named)),
      ]),
    ),
    components: {
      schemas: Object.fromEntries(schemas.map(({ name, schema }) => [name, describedSchema(schema)])),
    },
  };
}
