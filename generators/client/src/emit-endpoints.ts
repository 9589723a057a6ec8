import {
  docComment,
  literal,
  stringLiteral,
  StructureKind,
  VariableDeclarationKind,
  type EmittedFile,
} from '@swas/generator-kit';
import type { ApiModel, Server } from '@swas/generator-model';
import { docs, emittedFile } from './header.ts';

const REGION = 'region';

/** `endpoints.ts`: hosts and regions from the spec's servers. The façade is no endpoint of its own: it has no region. */
export function emitEndpoints(model: ApiModel): EmittedFile {
  const servers = model.servers.filter(({ network }) => network !== 'facade');
  const regions = [...new Set(servers.flatMap(regionsOf))];
  return emittedFile('endpoints.ts', [
    `import type { EndpointTemplate } from '@swas/runtime';`,
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: 'Region',
      docs: docs(docComment('A region that the spec lists.')),
      type: regions.length ? regions.map(stringLiteral).join(' | ') : 'string',
    },
    {
      kind: StructureKind.VariableStatement,
      isExported: true,
      declarationKind: VariableDeclarationKind.Const,
      docs: docs(docComment('Hosts by network and region.')),
      declarations: [
        {
          name: 'endpoints',
          type: 'readonly EndpointTemplate[]',
          initializer: literal(servers.map((server) => template(server, servers))),
        },
      ],
    },
  ]);
}

const regionsOf = (server: Server): readonly string[] =>
  server.variables.find(({ name }) => name === REGION)?.values ?? [];

/** Regions that every server has come first: what follows is then a repetition, of which a compressed bundle holds one. */
function template(server: Server, servers: readonly Server[]): string[] {
  const shared = regionsOf(server).filter((region) =>
    servers.every((other) => regionsOf(other).includes(region)),
  );
  return [server.network, fillDefaults(server), ...new Set([...shared, ...regionsOf(server)])];
}

/** Only the region is for the caller to choose; another variable has its default. */
function fillDefaults({ url, variables }: Server): string {
  const others = variables.filter(({ name }) => name !== REGION);
  return others.reduce((text, { name, default: value }) => text.replaceAll(`{${name}}`, value), url);
}
