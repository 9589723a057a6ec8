import {
  call,
  Connection,
  type CallOptions,
  type ConnectionOptions,
  type OperationDescriptor,
} from '../../src/index.ts';

/** An operation that may be repeated because of its token. */
export const withToken: OperationDescriptor = [
  'ChangeThing',
  '2020-01-01',
  { RequestId: 'string' },
  'ClientToken',
];

/** One that changes something and has no token. */
export const withoutToken = [
  'PushThing',
  '2020-01-01',
  { RequestId: 'string' },
] as const satisfies OperationDescriptor;

/** One that changes nothing. */
export const reading: OperationDescriptor = [...withoutToken, undefined, undefined, true];

export const credentials = {
  accessKeyId: 'testid',
  accessKeySecret: 'testsecret-of-length',
  securityToken: 'sts-token-of-length',
};

/** A connection to a local server. */
export const connect = (endpoint: string, options: Partial<ConnectionOptions> = {}): Connection =>
  new Connection({ endpoint, credentials, ...options }, []);

/** What a call throws. */
export async function failureOf(
  connection: Connection,
  operation: OperationDescriptor = withToken,
  options: CallOptions = {},
): Promise<unknown> {
  try {
    await call(connection, operation, { Name: 'n' }, options);
  } catch (error) {
    return error;
  }
  throw new Error('the call succeeded');
}
