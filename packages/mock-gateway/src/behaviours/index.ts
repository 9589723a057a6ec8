import type { Catalogue, CatalogueOperation, JsonObject } from '../catalogue.ts';
import type { Behaviour } from './behaviour.ts';
import { rulesOf } from './follow-rules.ts';

/** What an operation does: its rules, where the spec's workflows give any, and then the spec's example as the answer. */
export function behaviourOf(operation: CatalogueOperation, { resources }: Catalogue): Behaviour {
  const body = exampleBody(operation);
  if (operation.rules.length === 0) return () => body;
  const follow = rulesOf(operation, resources);
  return (call) => follow(call) ?? body;
}

function exampleBody({ success: { example } }: CatalogueOperation): JsonObject {
  return typeof example === 'object' && example !== null && !Array.isArray(example)
    ? (example as JsonObject)
    : {};
}
