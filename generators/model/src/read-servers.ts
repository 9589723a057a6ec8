import type { Server, ServerVariable } from './api-model.ts';
import type { Reader } from './reader.ts';
import type { SpecNode } from './spec-node.ts';
import { keySet } from './key-set.ts';

const serverKeys = keySet('url description variables x-acs-network name');
const variableKeys = keySet('default enum description');

/** Values named at most in a diagnostic. */
const mostNamed = 20;

function readVariable(reader: Reader, name: string, node: SpecNode): ServerVariable {
  reader.checkKeys(node, `the server variable \`${name}\``, variableKeys);
  const values = (node.get('enum')?.items('`enum`') ?? []).flatMap((item) => item.string('the value') ?? []);
  const initial = node.get('default')?.string('`default`');
  if (initial === undefined || (values.length > 0 && !values.includes(initial))) {
    const hint = 'add `default` with one of the values';
    reader.report(
      node.location,
      `the variable \`${name}\` has no usable \`default\``,
      values.slice(0, mostNamed).join(', ') || 'a text',
      hint,
    );
  }
  return { name, default: initial ?? '', values };
}

function readServer(reader: Reader, node: SpecNode): Server {
  reader.checkKeys(node, 'the server', serverKeys);
  const url = node.get('url')?.string('`url`') ?? '';
  const variables = (node.get('variables')?.fields('`variables`') ?? []).map(({ key, value }) =>
    readVariable(reader, key, value),
  );
  checkUrl(reader, node, url, variables);
  return {
    network: node.get('x-acs-network')?.oneOf('`x-acs-network`', ['facade', 'public', 'vpc']) ?? 'public',
    url,
    description: node.get('description')?.string('`description`') ?? '',
    variables,
  };
}

/** A host is all that a server may say: the wire's path is always `/`. */
function checkUrl(reader: Reader, node: SpecNode, url: string, variables: readonly ServerVariable[]): void {
  const place = node.get('url') ?? node;
  if (!/^https?:\/\/[A-Za-z0-9.{}_-]+(?::(?:\d+|\{\w+\}))?\/?$/.test(url)) {
    reader.report(
      place.location,
      `the server is \`${url}\``,
      'http(s), host and port, without a path',
      'correct `url`',
    );
  }
  const declared = new Set(variables.map(({ name }) => name));
  for (const [, name = ''] of url.matchAll(/\{([^{}]*)\}/g)) {
    if (declared.has(name)) continue;
    reader.report(
      place.location,
      `\`{${name}}\` is not declared`,
      'an entry under `variables`',
      'declare it with `default`',
    );
  }
}

/** Reads `servers`. */
export function readServers(reader: Reader, root: SpecNode): readonly Server[] {
  return (root.get('servers')?.items('`servers`') ?? []).map((node) => readServer(reader, node));
}

/** The variables of all servers by name; the list of values with the most entries speaks for a name. */
export function serverVariables(servers: readonly Server[]): ReadonlyMap<string, ServerVariable> {
  const byName = new Map<string, ServerVariable>();
  for (const variable of servers.flatMap((server) => server.variables)) {
    const known = byName.get(variable.name);
    if (known === undefined || known.values.length < variable.values.length)
      byName.set(variable.name, variable);
  }
  return byName;
}
