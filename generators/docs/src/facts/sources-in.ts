import type { Schema, Source } from '@swas/generator-model';

/** A described part of a schema with its source. */
export interface SchemaSource {
  readonly text: string;
  readonly source: Source;
}

/** The schemas directly inside a schema, with the names of properties. References are not followed. */
export function partsOf(schema: Schema): readonly { readonly name?: string; readonly schema: Schema }[] {
  switch (schema.kind) {
    case 'array':
      return [{ schema: schema.items }];
    case 'object':
      return [
        ...schema.properties,
        ...(typeof schema.additional === 'boolean' ? [] : [{ schema: schema.additional }]),
      ];
    case 'union':
    case 'intersection':
      return schema.members.map((member) => ({ schema: member }));
    default:
      return [];
  }
}

/** Every part of a schema that names its source, the schema itself included. */
export function sourcesIn(schema: Schema, name?: string): readonly SchemaSource[] {
  const { source, description } = schema;
  const text = [name, description].filter((part) => part !== undefined).join(': ');
  return [
    ...(source === undefined ? [] : [{ text, source }]),
    ...partsOf(schema).flatMap((part) => sourcesIn(part.schema, part.name)),
  ];
}
