import type { Authority } from '../other-server/authority.ts';
import type { FaultyServers } from './faulty-servers.ts';

const HOUR = 3_600_000;

const hasValue =
  (test: (value: string) => boolean): Authority['agrees'] =>
  (given, right, { pairs }) =>
    given === right || pairs.some(([, value]) => test(value));

/** What can go wrong before an operation is called, and the case that must show it. */
const faults: Readonly<Record<string, readonly [fault: Partial<Authority>, cases: RegExp]>> = {
  'checks no signature': [{ agrees: () => true }, /signature-mismatch/u],
  'compares the beginning of a signature only': [
    { agrees: (given, right) => given.slice(0, 8) === right.slice(0, 8) },
    /signature-mismatch/u,
  ],
  'takes an empty signature': [
    { agrees: (given, right) => given === '' || given === right },
    /missing-signature/u,
  ],
  'checks no signature of requests with an empty value': [
    { agrees: hasValue((value) => value === '') },
    /signature-mismatch/u,
  ],
  'checks no signature of texts that are not ASCII': [
    { agrees: hasValue((value) => /[^\0-\x7f]/u.test(value)) },
    /signature-mismatch/u,
  ],
  'leaves empty values out of what is signed': [
    { signs: (pairs) => pairs.filter(([, value]) => value !== '').toSorted() },
    /signature-mismatch/u,
  ],
  'signs parameters in the order in which they come': [{ signs: (pairs) => pairs }, /other-order/u],
  'encodes a space as a plus': [
    { encode: (text) => encodeURIComponent(text).replaceAll('%20', '+') },
    /maxLength\/accepted/u,
  ],
  'leaves asterisks as they are': [
    {
      encode: (text) =>
        encodeURIComponent(text).replaceAll(/[!'()]/gu, (one) => `%${one.charCodeAt(0).toString(16)}`),
    },
    /maxLength\/accepted/u,
  ],
  'does not look at the body': [{ hashesBody: false }, /content-hash-mismatch/u],
  'takes any algorithm': [{ algorithms: /./u }, /invalid-signature-method/u],
  'takes keys that begin like a known one': [
    { knows: (id) => id.startsWith('testid') },
    /unknown-access-key/u,
  ],
  'guards one operation only': [
    { guards: (action) => action !== 'DeleteCustomImages' },
    /signature.*DeleteCustomImages/u,
  ],
  'needs no date': [{ demands: (name) => name !== 'x-acs-date' }, /missing-timestamp/u],
  'takes any text for a date': [
    { timeOf: (date) => (Number.isNaN(Date.parse(date)) ? Date.now() : Date.parse(date)) },
    /invalid-timestamp/u,
  ],
  'takes dates of half an hour ago': [{ past: HOUR / 2 }, /timestamp-expired\/refused/u],
  'takes dates of tomorrow': [{ future: 24 * HOUR }, /timestamp-expired\/refused/u],
  'takes dates of the last five minutes only': [{ past: HOUR / 12 }, /earlier-date/u],
  'needs no nonce': [{ demands: (name) => name !== 'x-acs-signature-nonce' }, /missing-nonce/u],
  'takes a nonce once for each operation': [
    { nonceKey: (nonce, action) => `${nonce} ${action}` },
    /nonce-used/u,
  ],
  'takes a nonce once for each date': [{ nonceKey: (nonce, _, date) => nonce + date }, /nonce-used/u],
  'remembers ten nonces': [{ nonces: 10 }, /nonce-used/u],
  'takes an action that is not signed': [{ binds: (name) => name !== 'x-acs-action' }, /missing-signature/u],
  'takes a signature of the host alone': [{ binds: () => false }, /missing-signature/u],
  'needs no action': [{ demands: (name) => name !== 'x-acs-action' }, /missing-action/u],
  'takes actions that begin like a known one': [
    { names: (action, known) => action.startsWith(known) },
    /unknown-action/u,
  ],
  'needs no version': [{ demands: (name) => name !== 'x-acs-version' }, /missing-version/u],
  'takes any version': [{ versions: /./u }, /unknown-version/u],
  'takes GET': [{ methods: ['POST', 'GET'] }, /unsupported-method/u],
  'takes PUT': [{ methods: ['POST', 'PUT'] }, /unsupported-method/u],
};

export const gatewayFaults: FaultyServers = Object.fromEntries(
  Object.entries(faults).map(([name, [authority, cases]]) => [name, [{ authority }, cases]]),
);
