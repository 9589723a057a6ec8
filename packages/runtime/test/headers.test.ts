import { expect, it } from 'vitest';
import { call } from '../src/index.ts';
import { connect, failureOf, withToken } from './support/operation.ts';
import { headerOf, misbehavingServer, success } from './support/server.ts';

it.each([
  ['a length of the body', 'Content-Length', '10'],
  ['a form of the body', 'transfer-encoding', 'chunked'],
  ['a line break', 'x-note', 'a\r\nx-acs-action: Other'],
  ['a name with a space', 'x note', 'a'],
  ['text beyond ASCII', 'x-note', 'ä'],
])('a header of the caller is refused before anything is sent: %s', async (_, name, value) => {
  await using server = await misbehavingServer(success);
  const error = await failureOf(connect(server.endpoint), withToken, { headers: { [name]: value } });
  expect(error).toMatchObject({ name: 'RequestError', mayHaveBeenSent: false, attempts: 0 });
  expect(error).toHaveProperty('message', expect.stringContaining(`headers: ${name} must be`));
  expect(server.requests).toEqual([]);
});

it('sends others, those of the call before those of the connection, whatever their case', async () => {
  await using server = await misbehavingServer(success);
  const connection = connect(server.endpoint, { headers: { 'X-Note': 'connection', 'x-kept': 'yes' } });
  await call(connection, withToken, {}, { headers: { 'x-note': ' call ' } });
  const [head] = server.requests;
  expect(['x-note', 'x-kept'].map((name) => headerOf(head!, name))).toEqual(['call', 'yes']);
});
