import type { Page, ServerVariable } from './api-model.ts';
import type { OperationNamer } from './operation-namer.ts';
import type { PathReading } from './path-memory.ts';
import type { Parameter } from './api-model.ts';
import type { Reader } from './reader.ts';
import type { ReadResponse } from './read-response.ts';
import type { Repeats } from './repeats.ts';
import type { SchemaRegistry } from './schema-registry.ts';
import type { ValueChecks } from './value-checks.ts';

/** What the readers of one spec share. */
export interface Context {
  readonly reader: Reader;
  readonly names: OperationNamer;
  readonly pages: ReadonlyMap<string, Page>;
  readonly serverVariables: ReadonlyMap<string, ServerVariable>;
  readonly schemas: SchemaRegistry;
  /** Examples and defaults, until they are checked. */
  readonly values: ValueChecks;
  /** What is known of the paths, if somebody loads the spec again and again. */
  readonly paths: PathReading | undefined;
  readonly parameters: Repeats<Parameter>;
  /** By status. */
  readonly responses: Map<string, Repeats<ReadResponse>>;
}
