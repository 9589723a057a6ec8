import { inShare, notFound, Refused, type Call, type Choices } from './choices.ts';

interface Remembered {
  readonly fingerprint: string;
  readonly requestId: string;
}

/** What a parser makes of a text; undefined where the text is not of its language. */
function tried(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The server's state and rules. */
export class Images {
  /** Whether each image that exists is shared. */
  readonly shared = new Map<string, boolean>();
  readonly tokens = new Map<string, Remembered>();
  /** For faults that remember something. */
  readonly notes = new Map<string, unknown>();
  readonly choices: Choices;

  constructor(ids: readonly string[], choices: Choices) {
    for (const id of ids) this.shared.set(id, false);
    this.choices = choices;
  }

  #invalid(name: string): Refused {
    const { status = 400, invalid = 'InvalidParameter' } = this.choices.codes ?? {};
    return new Refused(status, invalid, `${name} is not valid.`);
  }

  #required(query: URLSearchParams, name: string): string {
    const value = query.get(name);
    const { status = 400, missing = `Missing${name}` } = this.choices.codes ?? {};
    if (value === null || value === '') throw new Refused(status, missing, `${name} is mandatory.`);
    return value;
  }

  #find(region: string, sent: string): string {
    const { sameId = (stored: string, id: string) => stored === id, otherRegion } = this.choices;
    if (region !== 'cn-hangzhou') {
      if (otherRegion === undefined) throw notFound();
      throw new Refused(otherRegion.status, otherRegion.code, 'The region is not served here.');
    }
    const found = [...this.shared.keys()].find((stored) => sameId(stored, sent));
    if (found === undefined) throw notFound();
    return found;
  }

  /** The ids of a batch. */
  ids(text: string): readonly string[] {
    const { bareId, maxItems = 15, parseIds = JSON.parse } = this.choices;
    if (bareId === true && !text.startsWith('[')) return [text];
    const ids = tried(parseIds, text);
    const right = Array.isArray(ids) && ids.length > 0 && ids.length <= maxItems;
    if (!right || !ids.every((id) => typeof id === 'string')) throw this.#invalid('ImageIds');
    return ids as string[];
  }

  #checkToken(token: string | null): void {
    const {
      emptyTokenRefused,
      maxToken = 64,
      isAscii = (text) => /^[\x20-\x7e]*$/u.test(text),
    } = this.choices;
    if (token === null || (token === '' && emptyTokenRefused !== true)) return;
    if (token === '' || token.length > maxToken || !isAscii(token)) throw this.#invalid('ClientToken');
  }

  #delete(query: URLSearchParams): void {
    const region = this.#required(query, 'RegionId');
    const sent = this.ids(this.#required(query, 'ImageIds'));
    const deletable = (one: string): string => {
      const id = this.#find(region, one);
      if (this.shared.get(id) === true) throw inShare();
      return id;
    };
    if (this.choices.partialDelete !== true) for (const one of sent) deletable(one);
    for (const one of new Set(sent)) this.shared.delete(deletable(one));
  }

  #modify(query: URLSearchParams): void {
    const region = this.#required(query, 'RegionId');
    const sent = this.#required(query, 'ImageId');
    const operation = this.#required(query, 'Operation');
    if (operation !== 'Share' && operation !== 'UnShare') {
      const message = 'The specified parameter operation is illegal.';
      throw new Refused(400, 'InvalidParam.OperationIllegal', message);
    }
    const id = this.#find(region, sent);
    const share = operation === 'Share';
    if (this.choices.refusesRepetition === true && this.shared.get(id) === share)
      throw new Refused(409, 'OperationConflict', 'It is so already.');
    this.shared.set(id, share);
  }

  #act(call: Call, query: URLSearchParams): void {
    const right = (): void =>
      call.action === 'DeleteCustomImages' ? this.#delete(query) : this.#modify(query);
    if (this.choices.effect === undefined) right();
    else this.choices.effect(this, call, right);
  }

  #key({ action, query }: Call, token: string): string {
    const { tokenKey = (text) => text, sharedTokens, tokensByRegion } = this.choices;
    const region = tokensByRegion === true ? query.get('RegionId') : '';
    return `${sharedTokens === true ? '' : action} ${region} ${tokenKey(token)}`;
  }

  /** Carries a call out; the RequestId to answer with, when it is a remembered one. */
  call(call: Call, requestId: string, query: URLSearchParams = call.query): string | undefined {
    const token = query.get('ClientToken');
    this.#checkToken(token);
    const { fingerprint = (sent) => String(sent), sameRequestId } = this.choices;
    const key = this.#key(call, token ?? '');
    const earlier = token === null || token === '' ? undefined : this.tokens.get(key);
    const print = `${call.action} ${fingerprint(query)}`;
    if (earlier !== undefined && earlier.fingerprint !== print) {
      const message = 'The request is retried with updated parameters.';
      throw new Refused(400, 'IdempotentParameterMismatch', message);
    }
    if (earlier !== undefined) return sameRequestId === true ? earlier.requestId : undefined;
    this.#act(call, query);
    if (token !== null && token !== '') this.tokens.set(key, { fingerprint: print, requestId });
    return undefined;
  }
}
