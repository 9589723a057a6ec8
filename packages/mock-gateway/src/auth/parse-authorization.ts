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
  return { accessKeyId, signedHeaders: signedHeaders.toLowerCase().split(';').toSorted(), signature };
}
