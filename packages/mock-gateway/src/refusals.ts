import type { Catalogue, CatalogueError, CatalogueOperation } from './catalogue.ts';
import { Refusal } from './refusal.ts';

/** Finds the answer to each failure in the catalogue, so that no status or text is stated anywhere else. */
export class Refusals {
  readonly #gateway: ReadonlyMap<string, CatalogueError>;

  constructor(catalogue: Catalogue) {
    this.#gateway = new Map(catalogue.gatewayErrors.map((error) => [error.condition, error]));
  }

  /**
   * The common gateway's answer to a condition, `missing-parameter` for example.
   * @param parameter fills `{Parameter}` in code and message
   * @param detail appended to the message
   */
  gateway(condition: string, parameter = '', detail = ''): Refusal {
    const error = this.#gateway.get(condition) ?? unspecified(condition);
    const fill = (text: string): string => text.replaceAll('{Parameter}', () => parameter);
    return new Refusal(error.status, fill(error.code), fill(error.message) + detail);
  }

  /** The documented error of an operation with this `Code`; a code that the spec lacks is answered as such. */
  documented(operation: CatalogueOperation, code: string): Refusal {
    const error = operation.errors.find((candidate) => candidate.code === code);
    if (error !== undefined) return new Refusal(error.status, error.code, error.message);
    return new Refusal(400, code, `The spec of ${operation.name} documents no error with this code.`);
  }
}

/** A spec may leave a condition out; the answer then says which entry would mend that. */
function unspecified(condition: string): CatalogueError {
  const code = condition.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const message = `The request was refused (${condition}). The spec's x-acs-gateway-errors has no answer for it.`;
  return { status: 400, code, message };
}
