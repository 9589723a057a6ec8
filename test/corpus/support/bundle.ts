import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** A method of an emitted client. */
type Call = (request: object) => Promise<unknown>;

/** What an emitted client package exports, as far as tests use it. */
export interface ClientModule {
  createClient(options: {
    readonly endpoint: string;
    readonly credentials: { readonly accessKeyId: string; readonly accessKeySecret: string };
  }): Readonly<Record<string, Call>>;
}

/** An emitted validator. */
export interface ValidatorObject {
  is(value: unknown): boolean;
  validate(value: unknown): { readonly ok: boolean };
  fromQuery(query: Readonly<Record<string, string>>, options: { readonly unknown: 'ignore' }): FromQuery;
}
type FromQuery =
  | { readonly ok: true; readonly value: object }
  | { readonly ok: false; readonly issues: readonly { parameter?: string; code: string }[] };

/** The modules of one feature. */
export interface Modules {
  readonly client: ClientModule;
  readonly unvalidated: ClientModule;
  readonly validator: Readonly<Record<string, ValidatorObject>>;
}

/** Bundles the packages that `writePackages` wrote to a folder, and imports them. */
export async function importPackages(folder: string): Promise<Modules> {
  const outdir = join(folder, 'bundle');
  await build({
    entryPoints: {
      client: join(folder, 'client/src/index.ts'),
      unvalidated: join(folder, 'client/src/unvalidated.ts'),
      validator: join(folder, 'validator/src/index.ts'),
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    outExtension: { '.js': '.mjs' },
    outdir,
    logLevel: 'silent',
  });
  const load = (name: string): Promise<unknown> => import(pathToFileURL(join(outdir, `${name}.mjs`)).href);
  return {
    client: (await load('client')) as ClientModule,
    unvalidated: (await load('unvalidated')) as ClientModule,
    validator: (await load('validator')) as Modules['validator'],
  };
}
