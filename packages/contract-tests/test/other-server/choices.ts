import type { Authority } from './authority.ts';
import type { Images } from './images.ts';

/** A call as the server sees it. */
export interface Call {
  readonly action: string;
  readonly query: URLSearchParams;
  /** Number of the call since the server started. */
  readonly count: number;
}

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

/** What the documents leave open, chosen one way or another: none of it is a fault. */
interface OpenChoices {
  /** A bare id instead of a JSON array. */
  readonly bareId?: boolean;
  /** Deletes what it can of a batch before it refuses the rest. */
  readonly partialDelete?: boolean;
  /** Refuses to share what is shared and to unshare what is not. */
  readonly refusesRepetition?: boolean;
  readonly emptyTokenRefused?: boolean;
  /** One token for both operations. */
  readonly sharedTokens?: boolean;
  /** Tokens of each region apart. */
  readonly tokensByRegion?: boolean;
  /** A repetition is answered with the first answer, RequestId included. */
  readonly sameRequestId?: boolean;
  readonly noHostId?: boolean;
  /** Every so manieth call is throttled, without being carried out. */
  readonly throttlesEvery?: number;
  /** Milliseconds that a call takes. */
  readonly latency?: number;
  readonly codes?: { readonly missing: string; readonly invalid: string; readonly status?: number };
  /** Leaves the RequestId to the body. */
  readonly noHeader?: boolean;
  /** What a region is answered with that the server does not serve. */
  readonly otherRegion?: { readonly status: number; readonly code: string };
}

/** Ways to be wrong. */
interface Faults {
  /** Changes the answer to a call. */
  readonly answer?: (answer: Reply, call: Call) => Reply;
  /** Changes the parameters before they are looked at. */
  readonly rewrite?: (query: URLSearchParams, action: string) => void;
  /** Takes the place of carrying a call out, tokens included; `next` is the right way. */
  readonly around?: (
    images: Images,
    call: Call,
    next: (query?: URLSearchParams) => string | undefined,
  ) => string | undefined;
  /** Takes the place of the effect alone. */
  readonly effect?: (images: Images, call: Call, next: () => void) => void;
  readonly tokenKey?: (token: string) => string;
  /** What makes two calls with one token the same. */
  readonly fingerprint?: (query: URLSearchParams) => string;
  readonly sameId?: (stored: string, sent: string) => boolean;
  readonly maxItems?: number;
  readonly maxToken?: number;
  readonly isAscii?: (token: string) => boolean;
  /** Reads the text of ImageIds; a SyntaxError when it is malformed. */
  readonly parseIds?: (text: string) => unknown;
  /** Text of the body. */
  readonly write?: (body: Record<string, unknown>) => string | Buffer;
  /** What is wrong with the gateway in front; without it any request passes. */
  readonly authority?: Partial<Authority>;
}

/**
 * A second server of the two operations, written apart from the mock gateway: right by the documents, and free to choose
 * differently wherever these leave something open. Each hook is one such choice, or one fault.
 */
export interface Choices extends OpenChoices, Faults {}

/** An answer that is no success. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = (): Refused =>
  new Refused(404, 'InvalidImageId.NotFound', 'The specified ImageId does not exist.');

export const inShare = (): Refused =>
  new Refused(
    400,
    'CustomImageInShare',
    'The custom image is in sharing,please unshare first then to retry.',
  );
