import type { CredentialsLookup } from '../credentials/lookup-error.ts';
import type { TransportPhase } from '../transport/transport.ts';

/**
 * What a call was doing: checking and encoding the request, finding credentials and signing, exchanging (see
 * `TransportPhase`; `body` also once the answer is there), or waiting before the next attempt.
 */
export type CallPhase = 'request' | 'credentials' | TransportPhase | 'backoff';

/** What every failed call tells, as far as it got. */
export interface FailureDetails {
  /** Wire name of the operation; empty when credentials were refused before any was called. */
  readonly operation: string;
  /** Requests sent or begun, this one included; 0 when none was. */
  readonly attempts: number;
  /** What the call was doing when it failed; like the next two, absent when no operation was called. */
  readonly phase?: CallPhase | undefined;
  /** False when no request can have reached the server, so that nothing can have changed there. */
  readonly mayHaveBeenSent?: boolean | undefined;
  /** Ms that the whole call was given. */
  readonly timeout?: number | undefined;
  /** HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly hostId?: string | undefined;
  /** The gateway's link to its own diagnosis. */
  readonly recommend?: string | undefined;
  /** Beginning of the answer's body, at most 2,048 characters, secrets blacked out. */
  readonly text?: string | undefined;
  /** Ms that the server asks to wait before the next request. */
  readonly retryAfter?: number | undefined;
  /** The failure underneath, where there is one. */
  readonly cause?: unknown;
}

/** A call that failed; each kind of failure is a subclass. Holds no secret. */
export class CallError extends Error implements FailureDetails {
  declare readonly operation: string;
  declare readonly attempts: number;
  declare readonly phase?: CallPhase | undefined;
  declare readonly mayHaveBeenSent?: boolean | undefined;
  declare readonly timeout?: number | undefined;
  declare readonly status?: number | undefined;
  declare readonly requestId?: string | undefined;
  declare readonly hostId?: string | undefined;
  declare readonly recommend?: string | undefined;
  declare readonly text?: string | undefined;
  declare readonly retryAfter?: number | undefined;

  constructor(problem: string, details: FailureDetails & Readonly<Record<string, unknown>>) {
    // The engine takes `cause` out of the details, as a property that does not enumerate.
    super((details.operation && `${details.operation}: `) + problem, details);
    Object.assign(this, details);
  }
}

/** The server refused or failed with a `Code`. Match on `code`; messages change. */
export class ServiceError<Code extends string = string> extends CallError {
  declare readonly phase: 'body';
  declare readonly mayHaveBeenSent: true;
  declare readonly timeout: number;
  declare readonly status: number;
  /** The answer's `Code`. */
  declare readonly code: Code;
}

/** The server's answer is not what the API promises: an HTML page, broken or empty, too long, or without a required property. */
export class ResponseError extends CallError {
  declare readonly phase: 'body';
  declare readonly mayHaveBeenSent: true;
  declare readonly timeout: number;
  declare readonly status: number;
}

/** There was no complete answer. */
export class ConnectionError extends CallError {
  declare readonly phase: CallPhase;
  declare readonly mayHaveBeenSent: boolean;
  declare readonly timeout: number;
}

/** The deadline passed. `cause` is the failure of an earlier attempt, if there was one. */
export class TimeoutError extends ConnectionError {}

/** The caller's signal aborted; `cause` is its reason. */
export class AbortError extends ConnectionError {}

/**
 * No usable credentials; `cause` is the error of a caller's own function. Its own message never holds a secret, a token,
 * or a piece of a file or of an answer.
 */
export class CredentialsError extends CallError {
  /** Every place that the default chain looked at, in its order; absent when the credentials were passed in. */
  declare readonly lookups?: readonly CredentialsLookup[];
}

/** One reason why a request was not sent. */
export interface RequestIssue {
  readonly message: string;
}

/** The request breaks the spec and was not sent. */
export class RequestError<Issue extends RequestIssue = RequestIssue> extends CallError {
  declare readonly phase: 'request';
  declare readonly mayHaveBeenSent: false;
  declare readonly timeout: number;
  declare readonly issues: readonly Issue[];
}

// Spelled out, because minifiers change the names of classes; on the prototypes, so that no error has it as a field; and not
// in a loop, which would cost an import more.
CallError.prototype.name = 'CallError';
ServiceError.prototype.name = 'ServiceError';
ResponseError.prototype.name = 'ResponseError';
ConnectionError.prototype.name = 'ConnectionError';
TimeoutError.prototype.name = 'TimeoutError';
AbortError.prototype.name = 'AbortError';
CredentialsError.prototype.name = 'CredentialsError';
RequestError.prototype.name = 'RequestError';
