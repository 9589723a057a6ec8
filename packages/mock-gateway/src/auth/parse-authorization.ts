/** The parts of an ACS3 `Authorization` header. */
export interface Authorization {
  readonly accessKeyId: string;
  /** Lower-case, sorted. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Longer values cannot be right, and need not be taken apart. */
const maxLength = 4096;
const form = /^\S+ Credential=([^,\s]+), ?SignedHeaders=([^,\s]*), ?Signature=([0-9a-f]{64})$/;

/** Takes the header apart; undefined when it is not of the documented form. */
export function parseAuthorization(header: string): Authorization | undefined {
  if (header.length > maxLength) return undefined;
  const [, accessKeyId, signedHeaders, signature] = form.exec(header) ?? [];
  if (accessKeyId === undefined || signedHeaders === undefined || signature === undefined) return undefined;
  return { accessKeyId, signedHeaders: sortedNames(signedHeaders), signature };
}

/** The list that came last, and what became of it: a client signs the same headers each time. */
let last: readonly [text: string, names: readonly string[]] = ['', ['']];

function sortedNames(text: string): readonly string[] {
  if (text !== last[0]) last = [text, text.toLowerCase().split(';').toSorted()];
  return last[1];
}
