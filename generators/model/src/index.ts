/** Reads an OpenAPI 3.1 spec and its Arazzo workflows, once, into one `ApiModel` that every generator uses. */
export type * from './api-model.ts';
export type * from './schema.ts';
export { checkForOtherTools } from './check-for-other-tools.ts';
export { DiagnosticError, formatDiagnostic, type Diagnostic, type Location } from './diagnostics.ts';
export { definitionPointer, definitions, toJsonSchema, type JsonSchema } from './json-schema.ts';
export { LoadMemory } from './load-memory.ts';
export { loadModel, loadSpec, type LoadedSpec, type LoadOptions } from './load-model.ts';
export { camelCase, kebabCase, pascalCase } from './names.ts';
export { referencedNames, schemasInside } from './schema-parts.ts';
export { suggest } from './suggest.ts';
export { accepts } from './values/accepts.ts';
export { hasTwice } from './values/value-key.ts';
export { distinctValues, type Making } from './values/distinct-values.ts';
export { patternText } from './values/pattern-text.ts';
