import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A second server of the two operations, written apart from the mock gateway: right by the documents, and free to choose
 * differently wherever these leave something open. Each hook is one such choice, or one fault.
 */
export interface Choices {
  /** A bare id instead of a JSON array. */
  readonly bareId?: boolean;
  /** Deletes what it can of a batch before it refuses the rest. */
  readonly partialDelete?: boolean;
  /** Refuses to share what is shared and to unshare what is not. */
  readonly refusesRepetition?: boolean;
  readonly emptyTokenRefused?: boolean;
  /** One token for both operations. */
  readonly sharedTokens?: boolean;
  /** A repetition is answered with the first answer, RequestId included. */
  readonly sameRequestId?: boolean;
  readonly noHostId?: boolean;
  /** Every so manieth call is throttled, without being carried out. */
  readonly throttlesEvery?: number;
  readonly codes?: { readonly missing: string; readonly invalid: string };
  /** Changes the answer to a call, for faults. */
  readonly answer?: (answer: Reply, call: Call) => Reply;
  /** Changes the parameters before they are looked at, for faults. */
  readonly rewrite?: (query: URLSearchParams, action: string) => void;
  readonly tokenKey?: (token: string) => string;
  /** What makes two calls with one token the same. */
  readonly fingerprint?: (query: URLSearchParams) => string;
  readonly sameId?: (stored: string, sent: string) => boolean;
  readonly maxItems?: number;
  readonly maxToken?: number;
  readonly isAscii?: (token: string) => boolean;
}

export interface Call {
  readonly action: string;
  readonly query: URLSearchParams;
  readonly count: number;
}

export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const notFound = (): Refused =>
  new Refused(404, 'InvalidImageId.NotFound', 'The specified ImageId does not exist.');

/** The server's state and rules. */
class Images {
  readonly shared = new Map<string, boolean>();
  readonly tokens = new Map<string, { readonly fingerprint: string; readonly requestId: string }>();
  readonly choices: Choices;

  constructor(ids: readonly string[], choices: Choices) {
    for (const id of ids) this.shared.set(id, false);
    this.choices = choices;
  }

  #required(query: URLSearchParams, name: string): string {
    const value = query.get(name);
    const codes = this.choices.codes ?? { missing: `Missing${name}`, invalid: 'InvalidParameter' };
    if (value === null || value === '') throw new Refused(400, codes.missing, `${name} is mandatory.`);
    return value;
  }

  #find(region: string, sent: string): string {
    const same = this.choices.sameId ?? ((stored: string, id: string) => stored === id);
    const found =
      region === 'cn-hangzhou' ? [...this.shared.keys()].find((stored) => same(stored, sent)) : undefined;
    if (found === undefined) throw notFound();
    return found;
  }

  #ids(text: string): readonly string[] {
    const invalid = new Refused(
      400,
      this.choices.codes?.invalid ?? 'InvalidParameter',
      'ImageIds is not valid.',
    );
    if (this.choices.bareId === true && !text.startsWith('[')) return [text];
    let ids: unknown;
    try {
      ids = JSON.parse(text);
    } catch {
      throw invalid;
    }
    if (!Array.isArray(ids) || ids.length === 0 || ids.length > (this.choices.maxItems ?? 15)) throw invalid;
    if (!ids.every((id) => typeof id === 'string')) throw invalid;
    return ids as string[];
  }

  #checkToken(token: string | null): void {
    const {
      emptyTokenRefused,
      maxToken = 64,
      isAscii = (text) => /^[\x20-\x7e]*$/u.test(text),
    } = this.choices;
    if (token === null || (token === '' && emptyTokenRefused !== true)) return;
    if (token === '' || token.length > maxToken || !isAscii(token)) {
      throw new Refused(400, this.choices.codes?.invalid ?? 'InvalidParameter', 'ClientToken is not valid.');
    }
  }

  #delete(query: URLSearchParams): void {
    const region = this.#required(query, 'RegionId');
    const sent = this.#ids(this.#required(query, 'ImageIds'));
    const refuse = (id: string): void => {
      if (this.shared.get(id) === true) {
        throw new Refused(
          400,
          'CustomImageInShare',
          'The custom image is in sharing,please unshare first then to retry.',
        );
      }
    };
    if (this.choices.partialDelete !== true) for (const one of sent) refuse(this.#find(region, one));
    for (const one of sent) {
      const id = this.#find(region, one);
      refuse(id);
      this.shared.delete(id);
    }
  }

  #modify(query: URLSearchParams): void {
    const region = this.#required(query, 'RegionId');
    const sent = this.#required(query, 'ImageId');
    const operation = this.#required(query, 'Operation');
    if (operation !== 'Share' && operation !== 'UnShare') {
      throw new Refused(
        400,
        'InvalidParam.OperationIllegal',
        'The specified parameter operation is illegal.',
      );
    }
    const id = this.#find(region, sent);
    const share = operation === 'Share';
    if (this.choices.refusesRepetition === true && this.shared.get(id) === share) {
      throw new Refused(409, 'OperationConflict', 'It is so already.');
    }
    this.shared.set(id, share);
  }

  /** Carries a call out; the RequestId to answer with, when it is a remembered one. */
  call(action: string, query: URLSearchParams, requestId: string): string | undefined {
    const token = query.get('ClientToken');
    this.#checkToken(token);
    const {
      tokenKey = (text) => text,
      fingerprint = (sent) => String(sent),
      sharedTokens,
      sameRequestId,
    } = this.choices;
    const key = `${sharedTokens === true ? '' : action} ${tokenKey(token ?? '')}`;
    const earlier = token === null || token === '' ? undefined : this.tokens.get(key);
    const print = `${action} ${fingerprint(query)}`;
    if (earlier !== undefined && earlier.fingerprint !== print) {
      throw new Refused(
        400,
        'IdempotentParameterMismatch',
        'The request is retried with updated parameters.',
      );
    }
    if (earlier !== undefined) return sameRequestId === true ? earlier.requestId : undefined;
    if (action === 'DeleteCustomImages') this.#delete(query);
    else this.#modify(query);
    if (token !== null) this.tokens.set(key, { fingerprint: print, requestId });
    return undefined;
  }
}

function replyTo(images: Images, call: Call): Reply {
  const requestId = randomUUID();
  try {
    return { status: 200, body: { RequestId: images.call(call.action, call.query, requestId) ?? requestId } };
  } catch (error) {
    if (!(error instanceof Refused))
      return { status: 500, body: { RequestId: requestId, Code: 'InternalError', Message: String(error) } };
    const host = images.choices.noHostId === true ? {} : { HostId: 'here' };
    return {
      status: error.status,
      body: { RequestId: requestId, ...host, Code: error.code, Message: error.message },
    };
  }
}

const throttled: Reply = {
  status: 400,
  body: {
    RequestId: 'none',
    Code: 'Throttling.User',
    Message: 'Request was denied due to user flow control.',
  },
  headers: { 'x-acs-retry-after': '5' },
};

/** Starts the server on a free port of this machine. */
export async function startOther(
  ids: readonly string[],
  choices: Choices,
): Promise<{ url: string; server: Server }> {
  const images = new Images(ids, choices);
  let count = 0;
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://here').searchParams;
    const action = String(request.headers['x-acs-action']);
    choices.rewrite?.(query, action);
    const call = { action, query, count: (count += 1) };
    const isThrottled = choices.throttlesEvery !== undefined && count % choices.throttlesEvery === 0;
    const plain = isThrottled ? throttled : replyTo(images, call);
    const { status, body, headers } = choices.answer?.(plain, call) ?? plain;
    const id = body['RequestId'];
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(typeof id === 'string' ? { 'x-acs-request-id': id } : {}),
      ...headers,
    });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
