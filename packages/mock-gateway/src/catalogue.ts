/**
 * What the gateway knows of an API: plain data, emitted from the spec into `generated/catalogue.ts`, or built at
 * run time from the file given to `--spec`.
 */

/** Any JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** JSON Schema 2020-12 without annotations; references are `#/$defs/Name` into {@link Catalogue.definitions}. */
export type JsonSchema = JsonObject;

/** One product in one version. */
export interface Catalogue {
  readonly title: string;
  /** Product code, for example `swas-open`. */
  readonly product: string;
  /** API version on the wire, for example `2020-06-01`. */
  readonly version: string;
  /** Regions that the spec's servers name; empty when it names none, and then every region is known. */
  readonly regions: readonly string[];
  readonly servers: readonly CatalogueServer[];
  readonly operations: readonly CatalogueOperation[];
  /** Answers of the common gateway, each by the condition that causes it. */
  readonly gatewayErrors: readonly CatalogueGatewayError[];
  readonly resources: readonly CatalogueResource[];
  /** Resources that the documents' own example requests name. */
  readonly exampleResources: readonly CatalogueExample[];
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

/** A resource that an example names. */
export interface CatalogueExample {
  /** Absent where its request does not say: then it is the gateway's {@link ownRegion}. */
  readonly region?: string;
  readonly id: string;
  /** What it is, where that is not the first kind of {@link Catalogue.resources}. */
  readonly resource?: string;
}

/** An endpoint template, `https://swas.{region}.aliyuncs.com`. */
export interface CatalogueServer {
  readonly network: 'facade' | 'public' | 'vpc';
  readonly url: string;
  readonly variables: readonly {
    readonly name: string;
    readonly default: string;
    readonly values: readonly string[];
  }[];
}

/** One operation (an "Action"). */
export interface CatalogueOperation {
  readonly name: string;
  /** Name under which `@swas/validator` exports the operation's validator. */
  readonly methodName: string;
  readonly method: 'GET' | 'POST';
  readonly summary: string;
  /** `write` when a call can change something. */
  readonly effect: 'read' | 'write';
  readonly idempotencyParameter?: string;
  readonly parameters: readonly CatalogueParameter[];
  /** Documented errors, in the order of the spec. */
  readonly errors: readonly CatalogueError[];
  /** Bodies of errors that are not of the gateway's own form; absent when all are. */
  readonly errorBodies?: readonly CatalogueErrorBody[];
  readonly success: CatalogueSuccess;
  /** What a call does to the things that it names, by their state. */
  readonly rules: readonly CatalogueRule[];
}

/** How the body of an error differs from the gateway's own form. */
export interface CatalogueErrorBody {
  /** `400`, `4XX` or `default`. */
  readonly status: string;
  /** What it holds besides. */
  readonly members: JsonObject;
  /** Members of the gateway's own form that it has no place for. */
  readonly lacks: readonly string[];
}

/** The answer to a call that succeeds. */
export interface CatalogueSuccess {
  readonly status: number;
  readonly example: JsonValue;
  /** The schema has no place for the gateway's own `RequestId`: the body stays as the example has it. */
  readonly ownRequestId?: boolean;
  /** The schema wants the letters of the gateway's `RequestId` in lower case. */
  readonly lowerRequestId?: boolean;
}

/** What one call does to a resource in one state: from a workflow of the spec that has this call as its only step. */
export interface CatalogueRule {
  /** Values of enum parameters that the rule is about, by name. */
  readonly when: Readonly<Record<string, string>>;
  /** Parameter that holds the resource's id, or a list of ids. */
  readonly parameter: string;
  readonly resource: string;
  /** State before the call. */
  readonly from: string;
  /** State after it; the same when nothing changes. */
  readonly to: string;
  /** `Code` of the refusal; absent when the call succeeds. */
  readonly refusal?: string;
}

/** A request parameter and how its value stands on the wire. */
export interface CatalogueParameter {
  readonly name: string;
  readonly location: 'query' | 'header' | 'form';
  readonly serialization: 'plain' | 'json' | 'comma' | 'flat';
  readonly required: boolean;
  /** Schema of the decoded value. */
  readonly schema: JsonSchema;
  /** Longest wire text in characters of a `json` parameter. */
  readonly maxTextLength?: number;
  /** Server variable that the value repeats; `region` makes it the request's region. */
  readonly serverVariable?: string;
  /** `Code` answered to a value that breaks the schema, when documented. */
  readonly invalidCode?: string;
}

/** Status, `Code` and `Message` of an error answer. */
export interface CatalogueError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** An answer of the common gateway; `code` and `message` may hold `{Parameter}`. */
export interface CatalogueGatewayError extends CatalogueError {
  readonly condition: string;
}

/** A kind of thing that operations act on. */
export interface CatalogueResource {
  readonly name: string;
  readonly states: readonly string[];
  readonly initial: string;
  readonly absent: string;
}
