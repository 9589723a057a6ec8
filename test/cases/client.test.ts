import { createClient, RequestError } from '@swas/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  startRecordingServer,
  type RecordedRequest,
  type RecordingServer,
} from '../support/recording-server.ts';
import { casesFor, document, keyOf, methodName, type Case } from './cases.ts';

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(async () => {
  await server.close();
});

type Method = (request: unknown) => Promise<{ readonly RequestId: string }>;

function call({ operation, request }: Case): Promise<unknown> {
  const client = createClient({
    endpoint: `http://${server.host}`,
    credentials: keyOf('permanent'),
  }) as unknown as Readonly<Record<string, Method>>;
  const name = methodName(operation);
  if (client[name] === undefined) throw new Error(`The client has no method for ${operation}.`);
  return client[name](request);
}

const { everyCall } = document;

/** Values to compare: JSON by what it means, everything else by its text. */
const compared = (name: string, text: string | null | undefined): unknown =>
  everyCall.json.includes(name) ? JSON.parse(text ?? 'null') : text;

function expectHeaders({ headers }: RecordedRequest, operation: string): void {
  expect(headers).toMatchObject({ ...everyCall.headers.required, 'x-acs-action': operation });
  for (const name of everyCall.headers.present) expect(headers[name], name).toMatch(/./u);
  for (const name of everyCall.headers.forbidden) expect(headers, name).not.toHaveProperty(name);
}

function expectQuery(query: URLSearchParams, { query: expected, client }: Case): void {
  const names = [...query.keys()];
  expect(new Set(names).size).toBe(names.length);
  for (const name of [...everyCall.forbidden, ...(client?.forbidden ?? [])])
    expect(names).not.toContain(name);
  expect(names).toEqual(expect.arrayContaining([...(client?.required ?? [])]));
  for (const name of names) {
    if (expected[name] === undefined && everyCall.mayAdd.includes(name)) continue;
    expect(compared(name, query.get(name)), name).toEqual(compared(name, expected[name]));
  }
}

const all = casesFor('client');

test.each(all.filter(([, one]) => one.client?.sent === true))(
  '%s is sent as the cases say',
  async (_id, one) => {
    await call(one);
    const [request, ...others] = server.take();
    expect(others).toEqual([]);
    const [path, query = ''] = request?.target.split('?') ?? [];
    expect({ method: request?.method, path, body: request?.body }).toEqual({
      method: everyCall.method,
      path: everyCall.path,
      body: everyCall.body,
    });
    // A plus sign means itself on this wire, and a space is %20.
    expect(query).not.toContain('+');
    expectQuery(new URLSearchParams(query), one);
    if (request !== undefined) expectHeaders(request, one.operation);
  },
);

test.each(all.filter(([, one]) => one.client?.sent === false))('%s is not sent', async (_id, one) => {
  await expect(call(one)).rejects.toBeInstanceOf(RequestError);
  expect(server.take()).toEqual([]);
});
