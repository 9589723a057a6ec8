import type { JsonValue, Operation, Response } from '@swas/generator-model';
import { plain } from '../plain.ts';
import { describedSchema } from './described-schema.ts';

/** A response with its errors in words. */
export function buildResponse(operation: Operation, response: Response): JsonValue {
  const { schema, examples, headers } = response;
  return plain({
    description: describe(operation, response),
    headers: headers.length === 0 ? undefined : buildHeaders(headers),
    content:
      schema === undefined
        ? undefined
        : {
            'application/json': plain({
              schema: describedSchema(schema),
              examples:
                examples.length === 0
                  ? undefined
                  : Object.fromEntries(examples.map(({ name, value }) => [name, { value }])),
            }),
          },
  });
}

const buildHeaders = (headers: Response['headers']): JsonValue =>
  Object.fromEntries(
    headers.map(({ name, description }) => [name, { description, schema: { type: 'string' } }]),
  );

function describe({ errors }: Operation, { status, description }: Response): string {
  const rows = errors
    .filter((error) => String(error.status) === status)
    .map(({ code, description: when }) => `- \`${code}\`: ${when}`);
  return [description, rows.join('\n')].filter((text) => text !== '').join('\n\n');
}
