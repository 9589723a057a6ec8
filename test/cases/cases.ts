import { readFileSync } from 'node:fs';

export interface Key {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  readonly unknown?: true;
}

type Texts = Readonly<Record<string, string>>;

interface Signing {
  readonly key: string;
  readonly method: string;
  readonly date: string;
  readonly nonce: string;
  readonly withoutSecurityToken?: true;
}

export interface Acs3Signature extends Signing {
  readonly algorithm: 'ACS3-HMAC-SHA256';
  readonly host: string;
  readonly headers: Texts;
  readonly signedHeaders: Texts;
  readonly canonicalRequest: string;
  readonly stringToSign: string;
  readonly authorization: string;
}

export interface RpcSignature extends Signing {
  readonly algorithm: 'HMAC-SHA1';
  readonly signedParameters: Texts;
  readonly stringToSign: string;
  readonly signature: string;
}

export type Signature = Acs3Signature | RpcSignature;

/** One case; `cases.schema.json` says what each member means. */
export interface Case {
  readonly id: string;
  readonly rule: string;
  readonly operation: string;
  readonly appliesTo: readonly ('client' | 'signer' | 'validator' | 'server')[];
  readonly request?: Readonly<Record<string, unknown>>;
  readonly query: Texts;
  readonly client?: {
    readonly sent: boolean;
    readonly required?: readonly string[];
    readonly forbidden?: readonly string[];
  };
  readonly validation?: {
    readonly valid: boolean;
    readonly issues?: readonly { readonly parameter: string; readonly code: string }[];
  };
  readonly server?: {
    readonly images: readonly {
      readonly RegionId: string;
      readonly ImageId: string;
      readonly State: 'unshared' | 'shared';
    }[];
    readonly answer: {
      readonly status: number | '4xx';
      readonly code?: string;
      readonly required: readonly string[];
      readonly forbidden: readonly string[];
    };
    readonly after?: Texts;
  };
  readonly signatures: readonly Signature[];
}

export interface Cases {
  readonly time: string;
  readonly keys: Readonly<Record<string, Key>>;
  readonly everyCall: {
    readonly method: string;
    readonly path: string;
    readonly body: string;
    readonly json: readonly string[];
    readonly mayAdd: readonly string[];
    readonly headers: {
      readonly required: Texts;
      readonly present: readonly string[];
      readonly forbidden: readonly string[];
    };
    readonly forbidden: readonly string[];
  };
  readonly cases: readonly Case[];
  readonly published: readonly (Pick<
    Acs3Signature,
    'key' | 'method' | 'host' | 'date' | 'nonce' | 'headers' | 'authorization'
  > & { readonly id: string; readonly algorithm: string; readonly query: Texts })[];
}

/** A file of this folder as JSON. */
export const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** The cases that every implementation is examined with, whatever its language. */
export const document = readJson('cases.json') as Cases;

/** Cases for one kind of implementation, as rows of `test.each`. */
export const casesFor = (kind: Case['appliesTo'][number]): readonly (readonly [string, Case])[] =>
  document.cases.filter(({ appliesTo }) => appliesTo.includes(kind)).map((one) => [one.id, one]);

export const isAcs3 = (signature: Signature): signature is Acs3Signature =>
  signature.algorithm === 'ACS3-HMAC-SHA256';

/** `deleteCustomImages` of `DeleteCustomImages`. */
export const methodName = (operation: string): string =>
  operation.charAt(0).toLowerCase() + operation.slice(1);

export function keyOf(name: string): Key {
  const key = document.keys[name];
  if (key === undefined) throw new Error(`The cases name the key ${name}, which is not in the file.`);
  return key;
}
