import type { AddressInfo } from 'node:net';
import type { Image, ListedImage } from './behaviours/images.ts';
import type { CallRecord } from './call-log.ts';
import type { AccessKey } from './auth/access-keys.ts';
import { accountOf, Emulator } from './emulator.ts';
import { ImageStore } from './behaviours/images.ts';
import { CallLog } from './call-log.ts';
import type { CatalogueOperation } from './catalogue.ts';
import { availableFaults, parseFaults, withRequestFaults } from './faults/parse-faults.ts';
import { Cors } from './http/cors.ts';
import { createLimitedServer } from './http/create-server.ts';
import { listen } from './http/listen.ts';
import { buildPage } from './http/page.ts';
import type { Site } from './http/site.ts';
import type { Controlled } from './http/serve-control.ts';
import { resolveOptions, type GatewayOptions, type ResolvedOptions } from './options.ts';
import { Receiver } from './receiver.ts';
import { directReader } from './requests/direct-reader.ts';
import { checkByCatalogue, checkByValidator, type CheckRequest } from './requests/check-request.ts';
import { keepStateFile, readStateFile } from './state-file.ts';

/** A running gateway. */
export interface Gateway {
  /** Address without a slash at its end, for example `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
  /** Forgets tokens, nonces and calls, and replaces the images: by these, or by those of the start. */
  reset(images?: readonly Image[]): void;
  /** Every image with its share status. */
  images(): readonly ListedImage[];
  /** The last calls, oldest first. */
  calls(): readonly CallRecord[];
  /** Names of the faults that are on. */
  faults(): readonly string[];
  /**
   * Switches exactly these faults on.
   * @throws {UsageError} when there is no such fault
   */
  setFaults(names: readonly string[]): void;
  /** Stops listening and closes every connection. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of the gateway.
 * @throws {UsageError} when an option makes no sense
 * @throws the system's error when the port is taken
 */
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const resolved = resolveOptions(options);
  const accounts = [...new Set(resolved.accessKeys.map(accountOf))];
  const first = readStateFile(resolved.stateFile) ?? resolved.images;
  const images = new ImageStore(accounts, first, resolved.catalogue.resources);
  const keeper = keepStateFile(resolved.stateFile, images);
  const log = new CallLog(resolved.callLimit);
  const emulator = buildEmulator(resolved, images);
  let names = resolved.faults;
  let active = parseFaults(names);
  const control: Controlled = {
    availableFaults,
    page: () => buildPage(resolved, control),
    images: () => images.list(),
    calls: () => log.list(),
    faults: () => names,
    setFaults: (wanted) => {
      active = parseFaults(wanted);
      names = [...wanted];
    },
    reset: (wanted = resolved.images) => {
      images.reset(wanted);
      emulator.nonces.clear();
      emulator.tokens.clear();
      log.clear();
      keeper.save();
    },
  };
  const receiver = new Receiver({
    ...resolved,
    emulator,
    log,
    control,
    save: keeper.save,
    cors: new Cors(resolved.cors),
    site: await openSite(resolved.site),
    bodyLimit: resolved.limits.bodyBytes,
    faultsOf: (header) => withRequestFaults(active, names, header),
  });
  const server = createLimitedServer(resolved.limits, receiver.receive);
  const { port, address }: AddressInfo = await listen(server, resolved.port, resolved.host);
  const close = (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  const host = address.includes(':') ? `[${address}]` : address;
  return { ...control, url: `http://${host}:${port}`, port, close };
}

/** Loaded when asked for: most gateways have none, and should start the sooner. */
async function openSite(folder: string | undefined): Promise<Site | undefined> {
  return folder === undefined ? undefined : new (await import('./http/site.ts')).Site(folder);
}

function buildEmulator(resolved: ResolvedOptions, images: ImageStore): Emulator {
  const { catalogue, validators } = resolved;
  const checkOf = (operation: CatalogueOperation): CheckRequest => {
    const own = Object.hasOwn(validators, operation.methodName)
      ? validators[operation.methodName]
      : undefined;
    return own === undefined
      ? checkByCatalogue(operation, catalogue)
      : checkByValidator(own, directReader(operation, catalogue.definitions));
  };
  return new Emulator({ ...resolved, images, checkOf });
}

export type { AccessKey };
