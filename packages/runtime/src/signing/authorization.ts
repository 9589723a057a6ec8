/** Name of the signature algorithm, as it stands in the string to sign and in the `Authorization` header. */
export const ALGORITHM = 'ACS3-HMAC-SHA256';

/** SHA-256 of an empty body in hexadecimal. */
export const EMPTY_BODY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The text that is signed. */
export const stringToSign = (hashedCanonicalRequest: string): string =>
  `${ALGORITHM}\n${hashedCanonicalRequest}`;

/** Value of the `Authorization` header; `signedHeaders` joined by `;`, `signature` in hexadecimal. */
export const authorization = (accessKeyId: string, signedHeaders: string, signature: string): string =>
  `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`;
