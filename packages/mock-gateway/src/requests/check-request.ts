import type { Catalogue, CatalogueOperation, JsonObject, JsonValue } from '../catalogue.ts';
import { brokenKeyword } from './check-schema.ts';
import type { Parameters } from './collect.ts';
import { decodeParameter } from './decode.ts';
import type { DirectReader } from './direct-reader.ts';
import { undecodable } from './decode-scalar.ts';
import type { Definitions } from './resolve-schema.ts';

/** One broken rule: which parameter, and which keyword of its schema (`required`, `maxLength`, `json`, …). */
export interface RequestIssue {
  readonly parameter: string;
  readonly keyword: string;
}

/** A request decoded and found valid, or what is wrong with it. */
export type CheckedRequest =
  | { readonly valid: true; readonly request: JsonObject }
  | { readonly valid: false; readonly issues: readonly RequestIssue[] };

/** Decodes and checks the parameters of one operation. */
export type CheckRequest = (parameters: Parameters) => CheckedRequest;

/** The part of a validator of `@swas/validator` that the gateway uses. */
export interface RequestValidator {
  /** Whether a decoded request is valid. Without it every request takes the longer way of `fromQuery`. */
  is?(request: unknown): boolean;
  fromQuery(
    query: Parameters,
    options: { readonly unknown: 'ignore' },
  ):
    | { readonly ok: true; readonly value: object }
    | { readonly ok: false; readonly issues: readonly { parameter?: string | undefined; code: string }[] };
}

/** Checks by a compiled validator, where possible by its quick answer to a request that `read` has decoded. */
export function checkByValidator(validator: RequestValidator, read?: DirectReader): CheckRequest {
  return (parameters) => {
    const request = read?.(parameters);
    if (request !== undefined && validator.is?.(request) === true) return { valid: true, request };
    const result = validator.fromQuery(parameters, { unknown: 'ignore' });
    // A validator's value is what JSON can say: it came from text by the rules of the spec.
    if (result.ok) return { valid: true, request: result.value as JsonObject };
    return {
      valid: false,
      issues: result.issues.map(({ parameter = '', code }) => ({ parameter, keyword: code })),
    };
  };
}

/** Checks by interpreting the schemas of the catalogue: for specs that come without compiled validators. */
export function checkByCatalogue(operation: CatalogueOperation, catalogue: Catalogue): CheckRequest {
  return (parameters) => {
    const issues: RequestIssue[] = [];
    const request = decodeRequest(operation, parameters, catalogue.definitions, (parameter, value) => {
      const keyword =
        value === undefined ? 'required' : brokenKeyword(value, parameter.schema, catalogue.definitions);
      if (keyword !== undefined) issues.push({ parameter: parameter.name, keyword });
    });
    return issues.length === 0 ? { valid: true, request } : { valid: false, issues };
  };
}

/** Decodes what can be decoded, whether valid or not. Required parameters that are absent are visited too. */
export function decodeRequest(
  operation: CatalogueOperation,
  parameters: Parameters,
  definitions: Definitions,
  visit: (
    parameter: CatalogueOperation['parameters'][number],
    value: JsonValue | undefined,
  ) => void = () => {},
): JsonObject {
  const entries: [string, JsonValue][] = [];
  for (const parameter of operation.parameters) {
    const decoded = decodeParameter(parameter, parameters, definitions);
    // Text that decodes to nothing is checked as the text it is, which breaks the type of the schema.
    const value = decoded === undecodable ? (parameters[parameter.name] ?? null) : decoded;
    if (value !== undefined || parameter.required) visit(parameter, value);
    if (value !== undefined) entries.push([parameter.name, value]);
  }
  return Object.fromEntries(entries);
}
