/** Name of the signature algorithm, as it stands in the string to sign and in the `Authorization` header. */
export const ALGORITHM = 'ACS3-HMAC-SHA256';

/** The text that is signed. */
export const stringToSign = (hashedCanonicalRequest: string): string =>
  `${ALGORITHM}\n${hashedCanonicalRequest}`;

/** Value of the `Authorization` header; `signedHeaders` joined by `;`, `signature` in hexadecimal. */
export const authorization = (accessKeyId: string, signedHeaders: string, signature: string): string =>
  `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`;
