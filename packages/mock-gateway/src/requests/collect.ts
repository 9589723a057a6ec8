import { rpcParameters } from '../auth/rpc-signature.ts';
import type { CatalogueOperation, CatalogueParameter } from '../catalogue.ts';
import type { Incoming } from './incoming.ts';

/** Wire text of an operation's parameters by wire name; flattened ones under each of their names. */
export type Parameters = Readonly<Record<string, string>>;

/** What a request gives an operation. */
export interface Collected {
  readonly parameters: Parameters;
  /** A declared name that came more than once: no document says which value would count. */
  readonly repeated: string | undefined;
}

/** Takes what the operation declares out of query, form and headers; undeclared names are ignored. */
export function collectParameters(operation: CatalogueOperation, incoming: Incoming): Collected {
  const parameters: Record<string, string> = Object.create(null) as Record<string, string>;
  const repeated = collect(operation, incoming, parameters);
  for (const { name, location } of operation.parameters) {
    const value = location === 'header' ? incoming.headers[name.toLowerCase()] : undefined;
    if (typeof value === 'string') parameters[name] = value;
  }
  return { parameters, repeated };
}

function collect(
  operation: CatalogueOperation,
  { parameters: pairs, form }: Incoming,
  into: Record<string, string>,
): string | undefined {
  let repeated: string | undefined;
  for (const [name, value] of pairs) {
    const parameter = declared(operation, name);
    if (parameter === undefined) continue;
    // A part of a body's text would keep all of it in memory for as long as the call is remembered.
    if (into[name] === undefined) into[name] = form.length === 0 ? value : Buffer.from(value).toString();
    else repeated ??= parameter.name;
  }
  return repeated;
}

/** The parameter that a wire name belongs to: itself, or the flattened one that it is a part of. */
function declared(operation: CatalogueOperation, name: string): CatalogueParameter | undefined {
  for (const parameter of operation.parameters) {
    if (parameter.name === name) return rpcParameters.has(name) ? undefined : parameter;
    if (parameter.serialization === 'flat' && name.startsWith(`${parameter.name}.`)) return parameter;
  }
  return undefined;
}
