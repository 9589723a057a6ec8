import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { defaultChain } from '../../src/credentials/index.ts';
import type { LookupError } from '../../src/credentials/lookup-error.ts';
import { loopback } from './loopback.ts';
import { iniPath, secret, session, world } from './world.ts';

const accessKey = (id: string) => `type = access_key\naccess_key_id = ${id}\naccess_key_secret = ${secret}\n`;
const file = `[default]\n${accessKey('default-id')}[other]\n${accessKey('other-id')}`;

test('serves the default section, or the one asked for', async () => {
  const machine = world();
  machine.files[iniPath] = file;
  expect(await defaultChain(machine.options)()).toMatchObject({
    accessKeyId: 'default-id',
    accessKeySecret: secret,
  });
  machine.env['ALIBABA_CLOUD_PROFILE'] = 'other';
  expect((await defaultChain(machine.options)()).accessKeyId).toBe('other-id');
  expect((await defaultChain({ ...machine.options, profile: 'default' })()).accessKeyId).toBe('default-id');
});

test('is read from where the environment says', async () => {
  const machine = world();
  machine.env['ALIBABA_CLOUD_CREDENTIALS_FILE'] = '/etc/keys';
  machine.files['/etc/keys'] = file;
  expect((await defaultChain(machine.options)()).accessKeyId).toBe('default-id');
});

test('takes the role of the instance', async () => {
  const server = await loopback(({ path }) => [200, path.endsWith('/my-role') ? session() : '']);
  const machine = world(server);
  machine.env['ALIBABA_CLOUD_CREDENTIALS_URI'] = 'not asked';
  machine.files[iniPath] = '[default]\ntype = ecs_ram_role\nrole_name = my-role';
  expect((await defaultChain(machine.options)()).accessKeyId).toBe('STS.id');
});

test('takes on a role with its key', async () => {
  const server = await loopback(() => [200, { Credentials: session() }]);
  const machine = world(server);
  const role = 'role_arn = acs:ram::1:role/r\nrole_session_name = me\npolicy = {"Version": "1"}';
  machine.files[iniPath] = `[default]\n${accessKey('id').replace('access_key', 'ram_role_arn')}${role}`;
  expect((await defaultChain(machine.options)()).accessKeyId).toBe('STS.id');
  expect(server.seen[0]?.query).toMatchObject({ Action: 'AssumeRole', AccessKeyId: 'id' });
  expect(server.seen[0]?.form).toEqual({
    RoleArn: 'acs:ram::1:role/r',
    RoleSessionName: 'me',
    DurationSeconds: '3600',
    Policy: '{"Version": "1"}',
  });
});

test.each([
  [`${secret}`, 'has no section [default]'],
  [`[default]\naccess_key_secret = ${secret}`, 'has no "type"'],
  [`[default]\ntype = ${secret}`, 'has a "type" other than access_key, ecs_ram_role and ram_role_arn'],
  [
    `[default]\ntype = access_key\naccess_key_secret = ${secret}`,
    'type access_key: accessKeyId is missing or empty',
  ],
  [
    `[default]\ntype = access_key\naccess_key_id = a ${secret}`,
    'type access_key: accessKeyId must be printable ASCII text without spaces or line breaks',
  ],
  [`[default]\n${accessKey('id').replace('access_key', 'ram_role_arn')}`, 'role_arn is missing or empty'],
])('%j is passed over with the reason', async (text, reason) => {
  const machine = world();
  machine.files[iniPath] = text;
  const error: unknown = await defaultChain(machine.options)().catch((caught: unknown) => caught);
  expect((error as LookupError).lookups![3]?.reason).toBe(reason);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
});
