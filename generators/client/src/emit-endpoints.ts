import {
  docComment,
  emittedFile,
  stringLiteral,
  StructureKind,
  VariableDeclarationKind,
  type EmittedFile,
  type Expression,
  type FileText,
} from '@swas/generator-kit';
import type { ApiModel, Server } from '@swas/generator-model';
import { clientText, docs } from './header.ts';

const REGION = 'region';

/** `endpoints.ts`: hosts and regions from the spec's servers. The façade is no endpoint of its own: it has no region. */
export const emitEndpoints = ({ servers }: ApiModel): EmittedFile =>
  emittedFile('endpoints.ts', print, servers);

function print(given: readonly Server[]): FileText {
  const servers = given.filter(({ network }) => network !== 'facade');
  const regions = [...new Set(servers.flatMap(regionsOf))];
  return clientText([
    {
      kind: StructureKind.ImportDeclaration,
      isTypeOnly: true,
      namedImports: ['EndpointTemplate'],
      moduleSpecifier: '@swas/runtime',
    },
    {
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: 'Region',
      docs: docs(docComment('A region that the spec lists.')),
      type: regions.length ? { union: regions.map(stringLiteral) } : 'string',
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
          initializer: { items: servers.map((server) => template(server, servers)) },
        },
      ],
    },
  ]);
}

const regionsOf = (server: Server): readonly string[] =>
  server.variables.find(({ name }) => name === REGION)?.values ?? [];

/** Regions that every server has come first: what follows is then a repetition, of which a compressed bundle holds one. */
function template(server: Server, servers: readonly Server[]): Expression {
  const shared = regionsOf(server).filter((region) =>
    servers.every((other) => regionsOf(other).includes(region)),
  );
  const regions = new Set([...shared, ...regionsOf(server)]);
  return { items: [server.network, fillDefaults(server), ...regions].map(stringLiteral) };
}

/** Only the region is for the caller to choose; another variable has its default. */
function fillDefaults({ url, variables }: Server): string {
  const others = variables.filter(({ name }) => name !== REGION);
  return others.reduce((text, { name, default: value }) => text.replaceAll(`{${name}}`, value), url);
}
