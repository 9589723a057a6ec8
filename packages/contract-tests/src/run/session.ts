/** The state of a run: pool, request ids, pace. One for all files of a worker. */
import type { Catalogue, CaseStep } from '../contract-case.ts';
import { Pool } from '../state/pool.ts';
import { FormCheck } from './check-form.ts';
import { freshNonce, Nonces } from './nonces.ts';
import { RandomTexts } from './random.ts';
import { readAnswer, type Answer } from './read-answer.ts';
import type { Exchange } from './record.ts';
import { makeCall, type Call } from './request.ts';
import type { RunSettings } from './settings.ts';
import { ATTEMPTS, throttled, waitFor } from './throttling.ts';

const BODY_LIMIT = 4000;

/** After so many calls without an answer, one after the other, more of them would only take time. */
const MOST_UNANSWERED = 5;

/** The phases of a case and those of the harness itself. */
export type CallPhase = Exchange['phase'];

export interface SentCall extends Call {
  readonly phase: CallPhase;
  readonly description: string;
}

export class Session {
  readonly catalogue: Catalogue;
  readonly settings: RunSettings;
  readonly pool: Pool;
  readonly form: FormCheck;
  readonly texts: RandomTexts;
  readonly #nonces = new Nonces();
  /** Aborted when the run is to stop: what several cases do together is then left. */
  signal?: AbortSignal;
  #last = 0;
  /** Set when waiting did not help: an endpoint that always throttles would hold the run up for hours. */
  #gaveUp = false;
  #unanswered = 0;

  constructor(catalogue: Catalogue, settings: RunSettings) {
    this.catalogue = catalogue;
    this.settings = settings;
    this.pool = new Pool(catalogue, settings.ids, settings.spare);
    this.form = new FormCheck(catalogue, settings.level);
    this.texts = new RandomTexts(settings.seed);
  }

  /** Whether the endpoint has stopped answering. */
  get silent(): boolean {
    return this.#unanswered >= MOST_UNANSWERED;
  }

  /**
   * Makes a call at the agreed pace, waits throttling out, and notes what was sent and what came.
   *
   * @throws TransportError when no complete answer comes; the call is noted all the same.
   */
  async call(call: SentCall, exchanges: Exchange[]): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#attempt(call, exchanges);
      const wait = throttled(answer, this.catalogue, attempt);
      if (wait === undefined || this.#gaveUp) return answer;
      if (attempt >= ATTEMPTS) {
        this.#gaveUp = true;
        return answer;
      }
      await waitFor(wait);
    }
  }

  async #attempt(call: SentCall, exchanges: Exchange[]): Promise<Answer> {
    await waitFor(this.#last + this.settings.interval - Date.now());
    this.#last = Date.now();
    const { phase, description, action, query, tamper } = call;
    const sent = { phase, description, action, query, ...(tamper === undefined ? {} : { tamper }) };
    const index = exchanges.push(sent) - 1;
    this.#unanswered += 1;
    const nonce = tamper === 'repeated-nonce' ? this.#nonces.repeated(action) : freshNonce();
    const response = await makeCall(call, this.catalogue, this.settings, nonce);
    const answer = readAnswer(response, secretsOf(this.settings));
    this.#unanswered = 0;
    const { status, contentType, text, headers } = answer;
    if (tamper === undefined && status < 300) this.#nonces.note(action, nonce);
    const requestId = headers['x-acs-request-id'];
    const body = text.slice(0, BODY_LIMIT);
    exchanges[index] = {
      ...sent,
      status,
      contentType,
      body,
      ...(requestId === undefined ? {} : { requestId }),
    };
    return answer;
  }
}

const secretsOf = ({ credentials }: RunSettings): readonly string[] => [
  credentials.accessKeySecret,
  ...(credentials.securityToken === undefined ? [] : [credentials.securityToken]),
];

/** Key under which a call with an idempotency token may be answered like an earlier one. */
export function repetitionKey(
  step: CaseStep,
  query: Readonly<Record<string, string>>,
  catalogue: Catalogue,
): string | undefined {
  const parameter = catalogue.idempotencyParameters[step.action];
  if (parameter === undefined || query[parameter] === undefined) return undefined;
  return JSON.stringify([step.action, Object.entries(query).toSorted()]);
}
