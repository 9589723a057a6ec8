/** Where a run goes to: which endpoint, with which credentials and which resources. */
import { CredentialsError, defaultChain } from '@swas/runtime';
import type { Catalogue, ContractCase } from '../contract-case.ts';
import type { RunSettings } from '../run/settings.ts';
import {
  isLoopback,
  isMock,
  MOCK_CREDENTIALS,
  mockStock,
  resetMock,
  startMock,
} from '../state/mock-state.ts';
import { needsOf, resourcesOf } from '../state/needs.ts';
import type { ContractOptions } from './options.ts';
import { readImages } from './read-images.ts';
import { splitByKind } from './split-by-kind.ts';
import { isUsageError, UsageError } from './usage-error.ts';

/** Resources of each kind that a mock is given: more than are needed spares calls that would bring used ones back. */
export const MOCK_RESOURCES = 40;

/** Further ones, for cases that come after failures. */
export const MOCK_SPARE = 160;

export interface Target extends Pick<
  RunSettings,
  'endpoint' | 'credentials' | 'changes' | 'ids' | 'spare' | 'restore'
> {
  /** How states are brought about, in words. */
  readonly driver: string;
  /** Stops what was started for the run. */
  close(): Promise<void>;
}

const nothingToClose = (): Promise<void> => Promise.resolve();

/** Scheme, host and port of an address that was given by an option. @throws UsageError */
export function originOf(endpoint: string, option = '--endpoint'): string {
  const text = endpoint.includes('://') ? endpoint : `https://${endpoint}`;
  if (!URL.canParse(text))
    throw new UsageError(`${option} ${endpoint}: expected a URL like http://127.0.0.1:8080.`);
  const url = new URL(text);
  if (!/^https?:$/u.test(url.protocol) || url.username !== '' || url.search !== '' || url.pathname !== '/') {
    throw new UsageError(`${option}: expected scheme, host and port only, like http://127.0.0.1:8080.`);
  }
  return url.origin;
}

/** The mock's own on this machine, else what the usual places hold. @throws UsageError when there are none */
export async function credentialsFor(endpoint: string): Promise<RunSettings['credentials']> {
  // What listens on this machine is a mock; a real key is used there only when the environment names it.
  if (isLoopback(endpoint) && process.env['ALIBABA_CLOUD_ACCESS_KEY_ID'] === undefined)
    return MOCK_CREDENTIALS;
  try {
    const { accessKeyId, accessKeySecret, securityToken } = await defaultChain()();
    return { accessKeyId, accessKeySecret, ...(securityToken === undefined ? {} : { securityToken }) };
  } catch (error) {
    if (error instanceof CredentialsError) throw new UsageError(error.message);
    throw error;
  }
}

function givenIds(
  options: ContractOptions,
  cases: readonly ContractCase[],
  catalogue: Catalogue,
): Readonly<Record<string, readonly string[]>> {
  const needs = needsOf(cases, catalogue);
  const kinds = Object.keys(needs);
  if (kinds.length === 0) return {};
  if (options.images === undefined)
    throw new UsageError('--destructive: give the ids that may be used, with --images.');
  const ids = readImages(options.images);
  const given = splitByKind(ids, kinds, catalogue.resources);
  // Of a kind that none are given of, the cases are skipped.
  for (const [kind, { length }] of Object.entries(given)) {
    const needed = needs[kind] ?? 0;
    const what = kinds.length > 1 ? `resources of the kind ${kind}` : 'images';
    if (length < needed)
      throw new UsageError(`--images: the cases need ${needed} ${what}, ${length} given. No call was made.`);
  }
  return given;
}

/** The gateway names options of its own command. */
const gatewayWords = (message: string): string =>
  message.replace('`--list-faults`', '`pnpm gateway --list-faults`');

/** What a mock gateway starts with: nothing where the API's workflows tell of no resource. */
const stocked = (kinds: readonly string[]): string => {
  const each = kinds.length > 1 ? ' of each kind' : '';
  return kinds.length === 0 ? '' : `, with ${MOCK_RESOURCES} resources${each} (${kinds.join(', ')})`;
};

async function ownMock(
  cases: readonly ContractCase[],
  catalogue: Catalogue,
  region: string,
  faults: readonly string[],
): Promise<Target> {
  const kinds = resourcesOf(cases, catalogue);
  const ids = mockStock(MOCK_RESOURCES + MOCK_SPARE, kinds, catalogue.resources);
  const gateway = await startMock(ids, region, faults).catch((error: unknown) => {
    throw isUsageError(error) ? new UsageError(`--fault: ${gatewayWords(error.message)}`) : error;
  });
  return {
    endpoint: gateway.url,
    credentials: MOCK_CREDENTIALS,
    changes: true,
    ids,
    spare: MOCK_SPARE,
    restore: false,
    driver: `a mock gateway started for the run${stocked(kinds)}`,
    close: () => gateway.close(),
  };
}

async function runningMock(
  endpoint: string,
  options: ContractOptions,
  catalogue: Catalogue,
  kinds: readonly string[],
  region: string,
): Promise<Target> {
  const usable = options.destructive === true && options.images === undefined && kinds.length > 0;
  const ids = mockStock(MOCK_RESOURCES + MOCK_SPARE, usable ? kinds : [], catalogue.resources);
  if (usable) await resetMock(endpoint, ids, region);
  return {
    endpoint,
    credentials: await credentialsFor(endpoint),
    changes: options.destructive === true,
    ids,
    spare: MOCK_SPARE,
    restore: false,
    driver: usable
      ? `a running mock gateway, started anew${stocked(kinds)}`
      : 'none: only what changes nothing',
    close: nothingToClose,
  };
}

/**
 * Chooses endpoint, credentials and resources.
 *
 * @throws UsageError when options do not go together, or too few ids are given
 */
export async function chooseTarget(
  options: ContractOptions,
  cases: readonly ContractCase[],
  catalogue: Catalogue,
  region: string,
): Promise<Target> {
  const destructive = options.destructive === true;
  if (options.endpoint === undefined) {
    if (destructive || options.images !== undefined) {
      throw new UsageError('--destructive and --images belong to an endpoint: give --endpoint, too.');
    }
    return ownMock(cases, catalogue, region, options.fault);
  }
  if (options.fault.length > 0)
    throw new UsageError('--fault belongs to the mock gateway of the run: leave --endpoint out.');
  if (options.images !== undefined && !destructive) {
    throw new UsageError('--images: the ids are used up; say so with --destructive.');
  }
  const endpoint = originOf(options.endpoint);
  const mock = await isMock(endpoint);
  if (mock && options.images === undefined) {
    return runningMock(endpoint, options, catalogue, resourcesOf(cases, catalogue), region);
  }
  const ids = destructive ? givenIds(options, cases, catalogue) : {};
  return {
    endpoint,
    credentials: await credentialsFor(endpoint),
    changes: destructive,
    ids,
    spare: 0,
    restore: destructive,
    driver: destructive
      ? `${Object.values(ids).flat().length} given images`
      : 'none: only what changes nothing',
    close: nothingToClose,
  };
}
