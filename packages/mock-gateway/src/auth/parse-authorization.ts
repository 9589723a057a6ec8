/** The parts of an ACS3 `Authorization` header. */
export interface Authorization {
  readonly accessKeyId: string;
  readonly signedHeaders: SignedHeaders;
  /** 64 lower-case hexadecimal digits. */
  readonly signature: string;
}

/** The headers that a signature covers, as the request declares them. */
export interface SignedHeaders {
  /** Lower-case, sorted. */
  readonly names: readonly string[];
  /** Of those that have to be signed when a request carries them, the ones that are not declared. */
  readonly uncovered: readonly string[];
}

/** Headers that must be signed whenever the request has them: what they say would otherwise be anybody's. */
const mustBeSigned = [
  'host',
  'x-acs-action',
  'x-acs-version',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-content-sha256',
  'x-acs-security-token',
] as const;

/** Longer values cannot be right, and need not be taken apart. */
const maxLength = 4096;
const digits = 64;
const hexadecimal = /^[0-9a-f]{64}$/;
const form = /^\S+ Credential=([^,\s]+), ?SignedHeaders=([^,\s]*), ?Signature=$/;

type Beginning = Omit<Authorization, 'signature'>;

/** What came last before a signature, and its parts: a client signs with the same key and headers each time. */
let last: readonly [text: string, parts: Beginning | undefined] = ['', undefined];

/** Takes the header apart; undefined when it is not of the documented form. */
export function parseAuthorization(header: string): Authorization | undefined {
  if (header.length > maxLength) return undefined;
  const signature = header.slice(-digits);
  if (!hexadecimal.test(signature)) return undefined;
  const text = header.slice(0, -digits);
  if (text !== last[0]) last = [text, parseBeginning(text)];
  const [, parts] = last;
  return parts && { accessKeyId: parts.accessKeyId, signedHeaders: parts.signedHeaders, signature };
}

function parseBeginning(text: string): Beginning | undefined {
  const [, accessKeyId, list] = form.exec(text) ?? [];
  if (accessKeyId === undefined || list === undefined) return undefined;
  const names = list.toLowerCase().split(';').toSorted();
  const uncovered = mustBeSigned.filter((name) => !names.includes(name));
  return { accessKeyId, signedHeaders: { names, uncovered } };
}
