import type { AccessKey } from './auth/access-keys.ts';
import { authenticateAcs3 } from './auth/acs3.ts';
import { Nonces } from './auth/nonces.ts';
import { authenticateRpc } from './auth/rpc.ts';
import { timestampWindow } from './auth/timestamp.ts';
import { behaviourOf } from './behaviours/index.ts';
import type { Behaviour } from './behaviours/behaviour.ts';
import type { ImageStore } from './behaviours/images.ts';
import type { Catalogue, CatalogueOperation, JsonObject } from './catalogue.ts';
import type { ActiveFaults } from './faults/active-faults.ts';
import { IdempotencyStore } from './idempotency.ts';
import { ownRegion } from './own-region.ts';
import { Refusal, type Outcome } from './refusal.ts';
import { Refusals } from './refusals.ts';
import { decodeRequest, type CheckRequest } from './requests/check-request.ts';
import { collectParameters, type Parameters } from './requests/collect.ts';
import type { Incoming } from './requests/incoming.ts';
import { emptyParameters, refuseIssues, refuseParameter } from './requests/refuse-issues.ts';
import { Router, type Route } from './requests/route.ts';

/** What an emulator is made of. */
export interface EmulatorOptions {
  readonly catalogue: Catalogue;
  readonly accessKeys: readonly AccessKey[];
  readonly images: ImageStore;
  /** The check of each operation's requests. */
  readonly checkOf: (operation: CatalogueOperation) => CheckRequest;
  /** Whether façade paths may be called without a signature. */
  readonly unsigned: boolean;
  /** Current time in milliseconds. */
  readonly clock: () => number;
  readonly nonceLimit: number;
  readonly tokenLimit: number;
}

/** What came of a request, and what it asked for as far as that was understood. */
export interface Answered {
  readonly outcome: Outcome;
  readonly operation: CatalogueOperation | undefined;
  readonly parameters: Parameters | undefined;
}

/** An operation, worked out once as far as that goes. */
interface Served {
  readonly check: CheckRequest;
  readonly behave: Behaviour;
  /** Parameter that names the region. */
  readonly regionName: string | undefined;
}

/** The gateway without HTTP: decides each request's outcome and keeps the state. */
export class Emulator {
  readonly refusals: Refusals;
  readonly nonces: Nonces;
  readonly tokens: IdempotencyStore;
  readonly #options: EmulatorOptions;
  readonly #router: Router;
  readonly #keys: ReadonlyMap<string, AccessKey>;
  readonly #served: ReadonlyMap<string, Served>;
  readonly #regions: ReadonlySet<string>;
  /** Where a call acts that names no region. */
  readonly #ownRegion: string;

  constructor(options: EmulatorOptions) {
    const { catalogue, accessKeys, checkOf, nonceLimit, tokenLimit } = options;
    this.#options = options;
    this.refusals = new Refusals(catalogue);
    this.nonces = new Nonces(nonceLimit, 2 * timestampWindow);
    this.tokens = new IdempotencyStore(tokenLimit, this.refusals);
    this.#router = new Router(catalogue, this.refusals);
    this.#keys = new Map(accessKeys.map((key) => [key.id, key]));
    this.#regions = new Set(catalogue.regions);
    this.#ownRegion = ownRegion(catalogue);
    this.#served = new Map(
      catalogue.operations.map((operation) => [
        operation.name,
        {
          check: checkOf(operation),
          behave: behaviourOf(operation, catalogue),
          regionName: operation.parameters.find(({ serverVariable }) => serverVariable === 'region')?.name,
        },
      ]),
    );
  }

  /**
   * Decides a request. Never throws.
   * @param trusted whether this façade call needs no signature, though others may need one
   */
  answer(incoming: Incoming, faults: ActiveFaults, trusted = false): Answered {
    const route = this.#router.route(incoming);
    if (route instanceof Refusal) return { outcome: route, operation: undefined, parameters: undefined };
    const { operation } = route;
    const account = this.#authenticate(incoming, route, faults, trusted);
    if (account instanceof Refusal) return { outcome: account, operation, parameters: undefined };
    const { parameters: sent, repeated } = collectParameters(operation, incoming);
    const parameters = faults.rewrite(sent);
    const outcome =
      faults.refuse(this.refusals) ??
      (repeated === undefined
        ? this.#carryOut(operation, account, parameters, faults)
        : refuseParameter(operation, repeated, this.refusals));
    return { outcome, operation, parameters: sent };
  }

  /** The account whose call it is. */
  #authenticate(
    incoming: Incoming,
    { scheme }: Route,
    faults: ActiveFaults,
    trusted: boolean,
  ): string | Refusal {
    const { unsigned, accessKeys, clock } = this.#options;
    if (scheme === 'unsigned') {
      const allowed = (unsigned || trusted) && incoming.path !== '/';
      return allowed ? accountOf(accessKeys[0]) : this.refusals.gateway('missing-signature', 'Signature');
    }
    const authenticate = scheme === 'acs3' ? authenticateAcs3 : authenticateRpc;
    const { refusals, nonces } = this;
    const key = authenticate(incoming, {
      keys: this.#keys,
      nonces,
      refusals,
      now: clock() + faults.clockOffset,
    });
    return key instanceof Refusal ? key : accountOf(key);
  }

  #carryOut(
    operation: CatalogueOperation,
    account: string,
    parameters: Parameters,
    faults: ActiveFaults,
  ): Outcome {
    const served = this.#served.get(operation.name);
    if (served === undefined) return this.refusals.gateway('internal-error');
    const request = this.#request(operation, served, parameters, faults);
    if (request instanceof Refusal) return request;
    const region = this.#region(served, request);
    if (region instanceof Refusal) return region;
    const call = {
      operation,
      request,
      account,
      region,
      images: this.#options.images,
      refuse: (code: string) => this.refusals.documented(operation, code),
    };
    const carryOut = (): Outcome => faults.effect(call, served.behave);
    const parameter = operation.idempotencyParameter;
    if (parameter === undefined || faults.idempotency === undefined) return carryOut();
    return this.tokens.once(
      { account, operation: operation.name, parameter, request },
      faults.idempotency,
      carryOut,
    );
  }

  /** The decoded parameters, unless something is wrong with them that no fault overlooks. */
  #request(
    operation: CatalogueOperation,
    served: Served,
    parameters: Parameters,
    faults: ActiveFaults,
  ): JsonObject | Refusal {
    const checked = served.check(parameters);
    const empty = emptyParameters(operation, parameters);
    if (checked.valid && empty.length === 0) return checked.request;
    const issues = checked.valid ? empty : [...empty, ...checked.issues];
    const serious = issues.filter((issue) => !faults.overlooks(issue, parameters));
    if (serious.length > 0) return refuseIssues(operation, serious, parameters, this.refusals);
    if (checked.valid) return checked.request;
    return decodeRequest(operation, parameters, this.#options.catalogue.definitions);
  }

  /** The region that the request names, or else the server's own. */
  #region({ regionName }: Served, request: JsonObject): string | Refusal {
    const region = regionName === undefined ? undefined : request[regionName];
    if (regionName === undefined || typeof region !== 'string') return this.#ownRegion;
    if (this.#regions.size === 0 || this.#regions.has(region)) return region;
    return this.refusals.gateway('unknown-region', regionName);
  }
}

/** Keys without an account have one of their own. */
export function accountOf(key: AccessKey | undefined): string {
  return key?.account ?? key?.id ?? '';
}
