import { defaultAccessKey, type AccessKey } from './auth/access-keys.ts';
import { imagesFor } from './behaviours/default-images.ts';
import type { Image } from './behaviours/images.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogue as ownCatalogue } from './generated/catalogue.ts';
import { defaultLimits, type Limits } from './http/limits.ts';
import { defaultTokenLimit } from './idempotency.ts';
import type { RequestValidator } from './requests/check-request.ts';
import { ownValidators } from './own-validators.ts';

/** How a gateway is started. Everything has a default. */
export interface GatewayOptions {
  /** TCP port; 0, the default, takes any free one. */
  readonly port?: number;
  /** Address to listen on. Default `127.0.0.1`: only this machine. */
  readonly host?: string;
  /** Images at the start and after each reset. Default: `defaultImages`, and those of the spec's own examples. */
  readonly images?: readonly Image[];
  /** Keys whose signatures are accepted. Default: `testid` with `testsecret`. */
  readonly accessKeys?: readonly AccessKey[];
  /** Accept façade calls (`POST /<Action>`) without a signature. Default false. */
  readonly unsigned?: boolean;
  /** Faults by name, `share-does-not-persist` or `latency=200` for example. Default none. */
  readonly faults?: readonly string[];
  /** Another API than the one that this package was generated for. */
  readonly catalogue?: Catalogue;
  /** Validators by `methodName`; operations without one are checked by the catalogue's schemas. */
  readonly validators?: Readonly<Record<string, RequestValidator>>;
  /** Current time in milliseconds since 1970. Default `Date.now`. */
  readonly clock?: () => number;
  /**
   * File that keeps the images: read at the start when it exists, written before each change is answered. Nonces and tokens are not
   * kept.
   */
  readonly stateFile?: string;
  /**
   * Folder of static files, with an index.html, to serve to browsers at `/`. The gateway's own page, which is there otherwise,
   * is always at `/_gateway/`. Pages of the site may call `POST /<Action>` without a signature.
   */
  readonly site?: string;
  /** Origins whose web pages may read answers, `http://localhost:5173` for example; `*` is all. Default none. */
  readonly cors?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Nonces of each access key remembered against replays. Default 200,000. */
  readonly nonceLimit?: number;
  /** Idempotency tokens remembered. Default 10,000. */
  readonly tokenLimit?: number;
  /** Calls kept for `calls()` and the page. Default 200. */
  readonly callLimit?: number;
}

/** Options with every default filled in. */
export type ResolvedOptions = Required<Omit<GatewayOptions, 'stateFile' | 'site' | 'limits'>> & {
  readonly stateFile: string | undefined;
  readonly site: string | undefined;
  readonly limits: Limits;
};

export function resolveOptions(options: GatewayOptions): ResolvedOptions {
  return {
    port: 0,
    host: '127.0.0.1',
    images: imagesFor(options.catalogue ?? ownCatalogue),
    accessKeys: [defaultAccessKey],
    unsigned: false,
    cors: [],
    faults: [],
    catalogue: ownCatalogue,
    // The package's own validators belong to its own catalogue: another API's operations may share a name.
    validators: options.catalogue === undefined ? ownValidators : {},
    clock: Date.now,
    nonceLimit: 200_000,
    tokenLimit: defaultTokenLimit,
    callLimit: 200,
    ...options,
    stateFile: options.stateFile,
    site: options.site,
    limits: { ...defaultLimits, ...options.limits },
  };
}
